/**
 * The fields of each resource, declared once per resource in a shape; every format, field completion and the reference
 * are derived from it. It depends on the core only.
 */
package io.github.orgctl.cli.shape;
