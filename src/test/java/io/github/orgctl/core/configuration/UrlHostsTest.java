package io.github.orgctl.core.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlHostsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https://example.com                          | example.com
                    https://example.com/a?b#c                    | example.com
                    HTTPS://Example.COM:8443/                    | example.com
                    https://example.com./                        | example.com
                    https://user:secret@example.com/             | example.com
                    https://good.com@evil.com/                   | evil.com
                    https://good.com:80@evil.com                 | evil.com
                    https://good.com?evil.com                    | good.com
                    https://[::1]:8080/                          | [::1]
                    jdbc:postgresql://db.example.com/orders      | db.example.com
                    mongodb://u@one:27017,two:27017/db           | one two
                    https://a.com,https://b.com                  | a.com b.com
                    see https://a.com/x and <https://b.com>      | a.com b.com
                    https://münchen.de/                          | münchen.de
                    example.com                                  |
                    a://                                         |
                    ://example.com                               |
                    https:\\/\\/a.com                              | a.com
                    https:\\\\a.com                                | a.com
                    https:/\\a.com                                | a.com
                    https:/a.com                                 | a.com
                    HTTPS:////a.com                              | a.com
                    https://good.com\\@evil.com/                  | good.com evil.com
                    https://good.com\\evil.com                    | good.com
                    //cdn.example.com/a.js                       | cdn.example.com
                    src=//cdn.example.com/a.js                   | cdn.example.com
                    // a comment                                 |
                    //comment                                    |
                    a//b.example.com                             |
                    C:\\Users\\ann                                 |
                    http: none                                   |
                    foo:/a.com                                   |
                    {"u":"{\\"v\\":\\"https:\\\\/\\\\/a.com\\"}"}          | a.com
                    12:30                                        |
                    http:80                                      |
                    https://evil.com:/                           | evil.com
                    db://one.com,evil.com:/                      | one.com evil.com
                    db://,two:27017/db                           | two
                    db://one,two,/db                             | one two
                    db://:80/                                    |
                    foo://\\evil.com                             |
                    foo://\\@evil.com                            | evil.com
                    see //cdn.example.com/a.js                   | cdn.example.com
                    ///cdn.example.com/a.js                      | cdn.example.com
                    /\\/cdn.example.com                          | cdn.example.com
                    /cdn.example.com                             |
                    """)
    void findsThemInTexts(String text, String hosts) {
        List<String> expected = hosts == null ? List.of() : Arrays.asList(hosts.split(" "));
        assertThat(UrlHosts.in(Value.ofText(text))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void findsThemDeepInside() {
        Value value = new Value("{\"a\":[1,{\"b\":\"https://one.com\"}],\"https://two.com\":null}");
        assertThat(UrlHosts.in(value)).containsExactlyInAnyOrder("one.com", "two.com");
        assertThat(UrlHosts.in(Value.ofText("{\"a\":\"https://one.com\"}"))).containsExactly("one.com");
        assertThat(UrlHosts.in(new Value("[\"https:\\/\\/one.com\",{\"a\":\"https:\\u002F/two.com\\nx\"}]")))
                .containsExactlyInAnyOrder("one.com", "two.com");
        assertThat(UrlHosts.in(Value.ofText("see\nhttps://one.com\nann@two.com")))
                .containsExactly("one.com");
        assertThat(UrlHosts.in(new Value("5"))).isEmpty();
    }

    /** Behind {@code https:\} a browser sees a host, whatever the same text may mean to a reader of JSON. */
    @Test
    void findsThemInJsonThatIsAText() {
        assertThat(UrlHosts.in(Value.ofText("{\"u\":\"https:\\u002f\\u002fa.com\"}")))
                .contains("a.com");
        assertThat(UrlHosts.in(Value.ofText("\"{\\\"u\\\":\\\"https:\\\\/\\\\u002Fa.com\\\"}\"")))
                .contains("a.com");
        assertThat(UrlHosts.in(Value.ofText("{\"u\":\"\\u0068ttps:\\/\\/\\u0061.com\"}")))
                .contains("a.com");
    }

    @Test
    void findsThemInAllValues() {
        Configuration configuration = new Configuration(new TreeMap<>(Map.of(
                new Key("a"), Value.ofText("https://one.com"), new Key("b"), Value.ofText("https://two.com/x"))));
        assertThat(UrlHosts.in(configuration)).containsExactlyInAnyOrder("one.com", "two.com");
        assertThat(UrlHosts.in(Configuration.EMPTY)).isEmpty();
    }

    @Test
    void endsWhereATextEnds() {
        assertThat(UrlHosts.in(Value.ofText("https:"))).isEmpty();
        assertThat(UrlHosts.in(Value.ofText("https:/"))).isEmpty();
        assertThat(UrlHosts.in(Value.ofText("//"))).isEmpty();
        assertThat(UrlHosts.in(Value.ofText("a\\"))).isEmpty();
        assertThat(UrlHosts.in(Value.ofText("https://a.com\\u00"))).containsExactly("a.com");
        assertThat(UrlHosts.in(Value.ofText("https://a.com\\u002Fx"))).contains("a.com");
        assertThat(UrlHosts.in(Value.ofText("x\t//a.com b"))).containsExactly("a.com");
        assertThat(UrlHosts.in(Value.ofText("x //.com"))).isEmpty();
    }

    /** As a program sees it that reads the JSON, not as it is escaped. */
    @ParameterizedTest
    @ValueSource(chars = {0, 1, '\b', '\t', '\n', '\f', '\r', 0x1f, ' '})
    void endWithASpaceOrControlCharacter(char c) {
        assertThat(UrlHosts.in(Value.ofText("https://good.com" + c + "@evil.com")))
                .containsExactly("good.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "f", "n", "r", "t", "u0000", "u001f"})
    void endWithAnEscapedControlCharacter(String escape) {
        assertThat(UrlHosts.in(new Value("\"https://good.com\\" + escape + "@evil.com\"")))
                .containsExactly("good.com");
    }

    @Test
    void keepABackslashThatEscapesNothing() {
        assertThat(UrlHosts.in(Value.ofText("\\u0068ttps:\\unit.com"))).contains("unit.com");
        assertThat(UrlHosts.in(Value.ofText("\\u0068ttps:\\xunit.com"))).contains("xunit.com");
    }

    /** However deep it stands in JSON that is a text in JSON. */
    @Property
    void areFoundInAnySurroundings(
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 9) String name,
            @ForAll("fragments") String before,
            @ForAll("fragments") String after,
            @ForAll @IntRange(max = 5) int layers) {
        Value value = Value.ofText(before + " \"https://" + name + ".com/" + after);
        for (int i = 0; i < layers; i++) {
            value = Value.ofText(value.json());
        }
        assertThat(UrlHosts.in(value)).contains(name + ".com");
    }

    /** Backslashes, slashes and what is special in URLs and JSON, in an order that may be none in either. */
    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(
                        "\\", "/", "\"", "u", "u002f", "u005c", "n", ":", "http", "@", ",", ".", "]", "[", " ", "\0")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
