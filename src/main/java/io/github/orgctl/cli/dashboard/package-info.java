/**
 * The dashboard. Its core is pure: {@code Update} turns a state and an event into the next state and requests, {@code Screen}
 * draws a state as a frame of cells, and {@code Painter} writes what differs between two frames. Only {@code Dashboard} knows
 * a terminal, and only {@code RequestHandler} and what it uses know the services. Used by the dashboard command.
 */
package io.github.orgctl.cli.dashboard;
