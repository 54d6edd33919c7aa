package io.github.orgctl.cli.transfer;

import io.github.orgctl.cli.app.CliHarness;

/** Fills nearly every table of a store. */
final class FilledStore {
    private FilledStore() {}

    static void fill(CliHarness orgctl, String store) {
        String[] lines = {
            "org create Acme",
            "org create Łódź --slug lodz",
            "project create Website --org acme",
            "project create Old --org acme",
            "config set number=1 text=Grüße --env acme/website:sandbox",
            "config set number=2 --env acme/website:sandbox",
            "config unset text --env acme/website:sandbox",
            "secret set outside --ref env:PASSWORD --env acme/website:sandbox",
            "env promote acme/website --yes",
            "project delete acme/old --confirm old",
            "member invite ada@acme.test --org acme",
            "token create --name ci --role viewer --org acme",
            "billing plan update free --meter calls=0",
            "billing plan create team --currency USD --meter calls=1",
            "billing issuer set --name Initech --email bills@example.com",
            "billing usage record --metric calls --quantity 5 --key one --env acme/website:live",
        };
        for (String line : lines) {
            orgctl.must((line + " --store " + store).split(" "));
        }
        orgctl.typing("hidden");
        orgctl.must(("secret set inside --env acme/website:sandbox --store " + store).split(" "));
    }
}
