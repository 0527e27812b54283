/**
 * The edge of the server: which path is answered on which listener, how long a request may be, how often one remote address
 * may call, and the security headers of every answer. Knows paths and ports only, no interface behind them. Start reading at
 * {@link org.mintline.web.listener.ListenerBoundary}.
 */
package org.mintline.web.listener;
