/** Billing accounts, price plans, usage and statements. */
package io.github.orgctl.core.model.billing;
