/**
 * Services for billing accounts, price plans, usage and statements, and the calculation of statements. Used by the
 * command line.
 */
package io.github.orgctl.core.billing;
