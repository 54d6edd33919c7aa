/** Understands JSON Schema for the core, with a library that is loaded when a project has a schema and not before. */
package io.github.orgctl.schema;
