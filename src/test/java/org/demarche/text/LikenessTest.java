package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "The Asia-Pacific is not a battlefield for geopolitical competition, and the Cold War mentality and confrontation between camps are not welcome," she said | Mao Ning said the Asia-Pacific region is not a battleground for geopolitical competition and that a cold war mentality and bloc confrontation are not welcomed.
            "What is happening in Europe today could happen in East Asia tomorrow." | “What is happening in Europe today could happen in East Asia tomorrow,” he said, adding that partners had to stay united and to learn from what had come before.
            We firmly oppose any move that would bring the alliance into the region | China is firmly opposed to any moves to bring the alliance into the region
            アジア太平洋は地政学的競争の戦場ではなく、冷戦思考と陣営対立は歓迎されない | アジア太平洋地域は地政学的な争いの場ではない。冷戦思考や陣営間の対立は歓迎されないと述べた
            亚太地区不是地缘争斗的战场，冷战思维和阵营对抗不受欢迎 | 毛宁说，亚太不是地缘争斗的战场，不欢迎冷战思维和阵营对抗
            لا نقبل عقلية الحرب الباردة في منطقتنا | وقالت المتحدثة: «نحن لا نقبل عقليّة الحرب الباردة في منطقتنا»
            Мы не принимаем логику холодной войны и блоковой конфронтации | «Мы не принимаем логику холодной войны и блоковой конфронтации», заявил он
            """)
    void twoPrintingsOfOneSentenceAreLikely(String one, String other) {
        assertThat(Likeness.of(one, other)).isGreaterThanOrEqualTo(Likeness.LIKELY);
        assertThat(Likeness.of(other, one)).isEqualTo(Likeness.of(one, other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Asia-Pacific is not a battlefield for geopolitical competition, and the Cold War mentality is not welcome | China is not a threat to anybody, and the alliance should stop looking for an imagined enemy
            We will work with our partners to keep the pressure on Russia | We will work on a new joint statement with Japan in the coming days
            アジア太平洋は地政学的競争の戦場ではない | 日本は軍国主義の歴史を深く反省し、平和の道を歩むべきである
            亚太地区不是地缘争斗的战场 | 中方愿同各方一道维护地区和平稳定
            لا نقبل عقلية الحرب الباردة في منطقتنا | نرحب بالحوار مع جميع الدول على أساس الاحترام المتبادل
            The Asia-Pacific is not a battlefield | アジア太平洋は戦場ではない
            """)
    void othersOfTheSameSpeakerAreNot(String one, String other) {
        assertThat(Likeness.of(one, other)).isLessThan(Likeness.LIKELY);
    }

    @Test
    void aFewWordsSayNothing() {
        assertThat(Likeness.of("words", "words")).isZero();
        assertThat(Likeness.of("not a threat", "not a threat")).isZero();
        assertThat(Likeness.of(null, "not a threat to anybody")).isZero();
        assertThat(Likeness.of("not a threat to anybody", "Not a threat — to ANYBODY!")).isEqualTo(1);
    }
}
