package org.demarche.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/timeline", "/timeline?q=%E5%8C%97%E7%B4%84&from=2023-02-01..", "/actors/nato?x=//;../%2e",
            "/statements/0186%20a", "/timeline?q=a+b%25", "/look/shell.css", "/timeline?q="})
    void anAddressWithOneMeaningPasses(String uri) {
        assertThat(RawAddress.fault(uri)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a;b", "/a%3Bb", "/a%3bb", "/a%2Fb", "/a%5cb", "/a%00b", "/a\\b", "//a", "/a//b", "/a/./b", "/a/../b",
            "/a/..", "/a/.", "/%2e%2E/a", "http://localhost/a", "*", ""})
    void aPathThatLayersCouldReadDifferentlyIsAtFault(String uri) {
        assertThat(RawAddress.fault(uri)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a?q=%", "/a?q=%4", "/a?q=%zz", "/a?q=%-1", "/a%zz"})
    void aPercentSignWithoutTwoDigitsIsAtFault(String uri) {
        assertThat(RawAddress.fault(uri)).hasValueSatisfying(fault -> assertThat(fault).contains("%25"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a?q=%00", "/a?q=x%00y"})
    void nulInAQueryIsAtFault(String uri) {
        assertThat(RawAddress.fault(uri)).hasValueSatisfying(fault -> assertThat(fault).contains("NUL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a?q=%ED%A0%80", "/a?q=%FF", "/a?q=%C3", "/a?q=%C0%80", "/a?q=\u00e9"})
    void whatIsNotEncodedUtf8IsAtFault(String uri) {
        assertThat(RawAddress.fault(uri)).hasValueSatisfying(fault -> assertThat(fault).contains("UTF-8"));
    }
}
