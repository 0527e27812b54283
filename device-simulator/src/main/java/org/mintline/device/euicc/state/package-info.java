/**
 * What outlives the power: installed profiles, notifications, addresses, one-time keys, an installation that was begun. It is
 * written as a whole, in one step, so that a cut at any moment leaves either the old state or the new one. Start reading at {@link
 * org.mintline.device.euicc.state.EuiccState}.
 */
package org.mintline.device.euicc.state;
