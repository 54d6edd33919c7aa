package io.github.orgctl.schema;

import java.util.Map;

/**
 * A Unicode property as named in {@code \p{…}} by two engines.
 *
 * @param forRe2 null if RE2/J does not support it
 */
record UnicodeProperty(String forRe2, String forJava) {
    private static final String CATEGORIES = "L Letter,Lu Uppercase_Letter,Ll Lowercase_Letter,Lt Titlecase_Letter,"
            + "Lm Modifier_Letter,Lo Other_Letter,M Mark,M Combining_Mark,Mn Nonspacing_Mark,Mc Spacing_Mark,"
            + "Me Enclosing_Mark,N Number,Nd Decimal_Number,Nd digit,Nl Letter_Number,No Other_Number,P Punctuation,"
            + "P punct,Pc Connector_Punctuation,Pd Dash_Punctuation,Ps Open_Punctuation,Pe Close_Punctuation,"
            + "Pi Initial_Punctuation,Pf Final_Punctuation,Po Other_Punctuation,S Symbol,Sm Math_Symbol,"
            + "Sc Currency_Symbol,Sk Modifier_Symbol,So Other_Symbol,Z Separator,Zs Space_Separator,Zl Line_Separator,"
            + "Zp Paragraph_Separator,C Other,Cc Control,Cf Format,Cs Surrogate,Co Private_Use,";

    /** Binary properties, with Java's names. */
    private static final Map<String, String> BINARY = Map.ofEntries(
            Map.entry("ASCII", "ASCII"),
            Map.entry("Alphabetic", "IsAlphabetic"),
            Map.entry("Alpha", "IsAlphabetic"),
            Map.entry("Lowercase", "IsLowercase"),
            Map.entry("Lower", "IsLowercase"),
            Map.entry("Uppercase", "IsUppercase"),
            Map.entry("Upper", "IsUppercase"),
            Map.entry("White_Space", "IsWhite_Space"),
            Map.entry("space", "IsWhite_Space"),
            Map.entry("Ideographic", "IsIdeographic"),
            Map.entry("Hex_Digit", "IsHex_Digit"),
            Map.entry("Join_Control", "IsJoin_Control"),
            Map.entry("Noncharacter_Code_Point", "IsNoncharacter_Code_Point"));

    /** Returns the property with a name, or null. */
    static UnicodeProperty of(String name) {
        int equals = name.indexOf('=');
        String value = name.substring(equals + 1);
        return switch (name.substring(0, Math.max(equals, 0))) {
            case "Script", "sc", "Script_Extensions", "scx" -> script(value);
            case "General_Category", "gc" -> category(value);
            case "" -> category(value) != null ? category(value) : binary(value);
            default -> null;
        };
    }

    private static UnicodeProperty script(String name) {
        try {
            Character.UnicodeScript.forName(name);
            return new UnicodeProperty(name, "Is" + name);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static UnicodeProperty category(String name) {
        for (String line : CATEGORIES.split(",")) {
            int space = line.indexOf(' ');
            String abbreviation = line.substring(0, space);
            if (name.equals(abbreviation) || name.equals(line.substring(space + 1))) {
                return new UnicodeProperty(abbreviation, abbreviation);
            }
        }
        return null;
    }

    private static UnicodeProperty binary(String name) {
        return BINARY.containsKey(name) ? new UnicodeProperty(null, BINARY.get(name)) : null;
    }
}
