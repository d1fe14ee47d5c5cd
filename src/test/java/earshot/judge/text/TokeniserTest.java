package earshot.judge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokeniserTest {
  private final Tokeniser tokeniser =
      new Tokeniser(WordClasses.shipped(), Set.of("maisie", "ackerley", "oliver")::contains);

  private List<String> words(String text) {
    return Arrays.stream(tokeniser.read(text)).map(Token::word).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Maisie",
        "M\u0430isie",
        "M\u200Ba\u200Bi\u200Bs\u200Bi\u200Be",
        "M a i s i e",
        "M.a.i.s.i.e",
        "Ma1s1e",
        "M4isi3",
        "Maisieeee",
        "Ｍａｉｓｉｅ",
        "𝐌𝐚𝐢𝐬𝐢𝐞",
        "M\u0301a\u0301i\u0301s\u0301i\u0301e\u0301",
        "\u202AMaisie\u202C",
        "Ⓜⓐⓘⓢⓘⓔ",
        "ᴍᴀɪꜱɪᴇ"
      })
  void aDisguisedNameIsReadAsItWasMeant(String written) {
    assertThat(words("so proud of " + written + " today")).contains("maisie");
  }

  @ParameterizedTest
  @CsvSource({
    "wasnae, wasn't",
    "morra, tomorrow",
    "nowt, nothing",
    "shouting, shouting",
    "shoutin, shouting",
    "again, again",
    "ken, ken"
  })
  void dialectIsReadAsOthersWriteIt(String written, String read) {
    assertThat(tokeniser.ofAnybody(tokeniser.read(written)[0]).word()).isEqualTo(read);
  }

  @Test
  void eachTokenKnowsItsPlaceInTheTextAsWritten() {
    String text = "proud of M\u200Ba\u0301isie &amp; Oliver!";
    for (Token token : tokeniser.read(text)) {
      if (token.word().equals("maisie")) {
        assertThat(text.substring(token.start(), token.end())).startsWith("M").endsWith("e");
        return;
      }
    }
    throw new AssertionError("no name found");
  }

  @Test
  void classesAndYearsAreNotTakenForDisguise() {
    assertThat(words("9R and 10B, yr6, Y4, P7, S1, u14, 3pm, 1A2, KS2"))
        .contains("9r", "10b", "yr6", "y4", "p7", "s1", "u14", "1a2", "ks2");
  }

  @Test
  void starredWordsAreKnown() {
    Token[] tokens = tokeniser.read("what a f***ing kn*bhead");
    int profane = WordClasses.shipped().number("PROFANE");
    assertThat(tokens[2].in(profane)).isTrue();
    assertThat(tokens[3].in(profane)).isTrue();
  }

  @Test
  void linksMailAndPhonesAreOneTokenEach() {
    assertThat(words("ring 01632 960123 or a.b@school.example or https://x.example/y?z=1"))
        .containsExactly("ring", "<phone>", "or", "<email>", "or", "<url>");
  }

  @Test
  void otherScriptsAreNotReadAsLatin() {
    assertThat(words("Привет как дела")).containsExactly("привет", "как", "дела");
  }

  @Test
  void languagesAreTold() {
    assertThat(Language.of(tokeniser.read("the school is good and the staff are kind to my son")))
        .isEqualTo(Language.ENGLISH);
    assertThat(
            Language.of(
                tokeniser.read(
                    "Szkoła jest bardzo dobra ale nie dla wszystkich, to co się dzieje")))
        .isEqualTo(Language.POLISH);
    assertThat(Language.of(tokeniser.read("学校 非常 好"))).isEqualTo(Language.OTHER_SCRIPT);
  }
}
