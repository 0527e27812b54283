/**
 * JSON bodies of all REST interfaces: read under bounds, strict about types and mandatory members, tolerant of unknown
 * members; written without needless copies. A body is a record whose constraints stand on its components as Bean Validation
 * annotations.
 */
package org.mintline.web.rest.json;
