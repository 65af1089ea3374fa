package org.demarche.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameAncestorsTest {
    @Test
    void onlyPagesOfThisServerWhereNothingIsSet() {
        assertThat(policy("")).endsWith("; frame-ancestors 'self'").startsWith("default-src 'none'; ");
    }

    @Test
    void theOriginsThatAreSetMayTooAndNothingElseChanges() {
        var policy = policy("https://wiki.example.org, https://*.example.com:8443");
        assertThat(policy).endsWith("frame-ancestors 'self' https://wiki.example.org https://*.example.com:8443");
        assertThat(policy.replaceFirst("frame-ancestors.*", "")).isEqualTo(ContentPolicy.UNFRAMED.replaceFirst("frame-ancestors.*", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "wiki.example.org", "https://wiki.example.org/path", "https://x; script-src *", "javascript:alert(1)", "https://", "'unsafe-inline'"})
    void whatIsNoOriginIsRefusedAtTheStart(String setting) {
        assertThatThrownBy(() -> FrameAncestors.of(setting)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("https://wiki.example.org");
    }

    private static String policy(String setting) {
        return ContentPolicy.framedBy(FrameAncestors.of(setting).sources());
    }
}
