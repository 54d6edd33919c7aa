/** Internationalized domain names with ICU, behind {@code DomainNames}. Nothing else knows the library. */
package io.github.orgctl.idna;
