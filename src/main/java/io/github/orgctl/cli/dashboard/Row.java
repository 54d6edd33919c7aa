package io.github.orgctl.cli.dashboard;

import java.util.List;

/**
 * Row of a list.
 *
 * @param id identifies the row after a refresh, and as the start of the next page
 * @param cells one for each column
 * @param detail text below the list while the row is selected; may be empty
 */
record Row(String id, List<Label> cells, Item item, String detail) {}
