class {{brewFormulaName}} < Formula
  desc "{{projectDescription}}"
  homepage "{{projectLinkHomepage}}"
  url "{{distributionUrl}}"
  version "{{projectVersion}}"
  sha256 "{{distributionChecksumSha256}}"
  license "{{projectLicense}}"

  depends_on "openjdk"

  def install
    # The scripts are in the archive: nothing is run to make them.
    bash_completion.install "share/bash-completion/completions/orgctl"
    zsh_completion.install "share/zsh/site-functions/_orgctl"
    fish_completion.install "share/fish/vendor_completions.d/orgctl.fish"
    man1.install Dir["share/man/man1/*"]
    libexec.install "bin", "lib", "LICENSE"
    # The launcher prefers this to JAVA_HOME, which programs started by "orgctl env run" still get.
    libexec.install_symlink Language::Java.java_home => "runtime"
    bin.install_symlink libexec/"bin/orgctl"
  end

  test do
    assert_equal "orgctl {{projectVersion}}\n", shell_output("#{bin}/orgctl --version")
    assert_equal "acme\n", shell_output("#{bin}/orgctl org create Acme --fields slug -o tsv --no-header")
  end
end
