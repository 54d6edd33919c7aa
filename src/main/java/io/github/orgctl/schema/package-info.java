/** JSON Schema validation for the core. The library is loaded only for projects that have a schema. */
package io.github.orgctl.schema;
