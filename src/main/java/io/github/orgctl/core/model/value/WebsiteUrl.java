package io.github.orgctl.core.model.value;

import java.net.URI;
import java.net.URISyntaxException;

/** An organization's website: an absolute http or https URL of at most 2,000 characters, or empty. */
public record WebsiteUrl(String value) {
    public static final WebsiteUrl NONE = new WebsiteUrl("");
    private static final int MAX_LENGTH = 2000;

    /**
     * @throws Failure USAGE if it is neither empty nor an absolute http or https URL with a host
     */
    public WebsiteUrl {
        value = value.strip();
        if (!value.isEmpty() && !isWebAddress(value)) {
            throw Failure.usage(
                    "'" + value + "' is not a website address",
                    "use an address such as https://www.example.com, without user and password");
        }
    }

    private static boolean isWebAddress(String text) {
        // A quick check first, which rejects most invalid values.
        if (text.length() > MAX_LENGTH || !(text.startsWith("http://") || text.startsWith("https://"))) {
            return false;
        }
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
