package io.github.orgctl.cli.terminal;

import io.github.orgctl.core.model.search.SearchText;
import java.util.ArrayList;
import java.util.List;

/** The choices that match the typed query, and the selected one. */
final class ChoiceSearch {
    private final List<Choice> all;
    private final List<String> searched;
    private String query = "";
    private List<Choice> matches;
    private int selected;

    /** All of the choices, with the current one selected. */
    ChoiceSearch(List<Choice> all) {
        this.all = all;
        this.searched = new ArrayList<>(all.size());
        this.matches = all;
        for (int i = 0; i < all.size(); i++) {
            searched.add(all.get(i).searched());
            selected = all.get(i).isCurrent() ? i : selected;
        }
    }

    String query() {
        return query;
    }

    List<Choice> matches() {
        return matches;
    }

    int size() {
        return all.size();
    }

    int selectedIndex() {
        return selected;
    }

    /** The selected choice, or null where none matches. */
    Choice selected() {
        return matches.isEmpty() ? null : matches.get(selected);
    }

    /** Moves the selection, within the matching choices. */
    void move(int by) {
        selected = Math.max(0, Math.min(matches.size() - 1, selected + by));
    }

    /** Adds what was typed or pasted to the query. */
    void append(String text) {
        search(query + text);
    }

    /** Edits the query; does nothing for other keys. */
    void edit(KeyPress key) {
        LineInput edited = LineInput.of(query).press(key);
        if (edited != null) {
            search(edited.text());
        }
    }

    void eraseAll() {
        search("");
    }

    /** Finds the choices that contain each word of the query. The selection stays while it matches. */
    private void search(String next) {
        Choice before = selected();
        query = next;
        String[] words = SearchText.fold(next).strip().split(" +");
        List<Choice> found = new ArrayList<>();
        selected = 0;
        for (int i = 0; i < all.size(); i++) {
            if (hasAll(searched.get(i), words)) {
                selected = all.get(i).equals(before) ? found.size() : selected;
                found.add(all.get(i));
            }
        }
        matches = found;
    }

    private static boolean hasAll(String text, String[] words) {
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
