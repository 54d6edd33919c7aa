package io.github.orgctl.idna;

import com.ibm.icu.text.IDNA;
import io.github.orgctl.core.model.value.DomainNames;
import java.util.Locale;

/**
 * Domain names by UTS 46 without its transitional mapping, as browsers and mail servers read them: {@code straße.de} and
 * {@code strasse.de} are two domains.
 */
public final class IcuDomainNames implements DomainNames {
    private static final IDNA UTS46 = IDNA.getUTS46Instance(
            IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII);

    @Override
    public String ascii(String name) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = new StringBuilder();
        UTS46.nameToASCII(name, ascii, info);
        return info.hasErrors() ? "" : ascii.toString().toLowerCase(Locale.ROOT);
    }
}
