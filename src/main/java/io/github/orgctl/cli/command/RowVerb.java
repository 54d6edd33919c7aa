package io.github.orgctl.cli.command;

import io.github.orgctl.cli.format.ColumnMapping;
import io.github.orgctl.cli.format.RowFields;
import io.github.orgctl.cli.format.RowFile;
import io.github.orgctl.cli.format.RowFormat;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.verb.change.ChangeVerb;
import io.github.orgctl.core.importing.ExistingRows;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.RowSource;
import java.util.List;

/** A verb that imports the rows of a file, all of them or none. */
abstract class RowVerb extends ChangeVerb {
    private final Parameter<String> file = option(
                    "-f", "--file", Types.file(), "File to import, or - for standard input")
            .mandatory();
    private final Parameter<RowFormat> format =
            option("--format", Types.rowFormat(), "Format: csv or ndjson (default: by the file's extension)");
    private final Parameter<List<ColumnMapping>> map = option(
            "--map",
            ResourceTypes.columnMapping().many(),
            "Use a column for a field, or ignore the column if no field is given (repeatable)");
    private final Parameter<Boolean> skipExisting = flag("--skip-existing", "Skip rows that exist already");
    private final Parameter<Boolean> updateExisting = flag("--update-existing", "Update rows that exist already");
    private final List<String> fields;
    private final Shape<?> listed;
    private RowSource rows;

    /**
     * @param fields the fields that can be imported, the required one first
     * @param listed the shape of the same resources, whose other fields are ignored
     */
    RowVerb(String name, String summary, Shape<?> shape, List<String> fields, Shape<?> listed) {
        super(name, summary, shape);
        this.fields = fields;
        this.listed = listed;
    }

    /**
     * Sets the details, including those of all imports.
     *
     * @param own details of this import
     */
    final void describe(String own) {
        details(
                "Fields: " + String.join(", ", fields) + "; " + fields.get(0) + " is required. " + own
                        + " CSV begins with a line of column names, NDJSON has one object per line. Empty cells, null and missing"
                        + " values keep what exists; in NDJSON an empty string clears it. If any row fails, nothing is imported.");
    }

    @Override
    protected final void read(Input input) {
        if (skipExisting.isGiven() && updateExisting.isGiven()) {
            throw Failure.usage(
                    "--skip-existing and --update-existing contradict each other", "leave out one of the two");
        }
        rows = new RowFile(
                input.streams(file.value()),
                format.isGiven() ? format.value() : RowFormat.ofFile(file.value()),
                new RowFields(fields, listed, map.orElse(List.of())));
    }

    final RowSource rows() {
        return rows;
    }

    final ExistingRows existing() {
        if (skipExisting.isGiven()) {
            return ExistingRows.SKIP;
        }
        return updateExisting.isGiven() ? ExistingRows.UPDATE : ExistingRows.REFUSE;
    }
}
