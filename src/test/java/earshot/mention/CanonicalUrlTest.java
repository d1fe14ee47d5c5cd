package earshot.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
  private static final String PAGE = "https://gazette.example/news/a?id=5";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://gazette.example/news/a?id=5",
        "http://gazette.example/news/a?id=5",
        "HTTPS://Gazette.Example:443/news/a?id=5",
        "https://gazette.example/news/./b/../a?id=5",
        "https://gazette.example/news/a?id=5&utm_source=rss&utm_medium=feed",
        "https://gazette.example/news/a?utm_campaign=x&id=5",
        "https://gazette.example/news/a?fbclid=abc&id=5&gclid=1",
        "https://gazette.example/news/a?id=5#comments",
        "https://gazette.example/news/a?id=5#xtor=RSS-1",
        "https://gazette.example/news/a?id=5#"
      })
  void oneSpellingForOnePage(String met) {
    assertThat(CanonicalUrl.of(met)).isEqualTo(PAGE);
  }

  @ParameterizedTest
  @CsvSource({
    "https://talk.example/t/5#post-1, https://talk.example/t/5#post-2",
    "https://talk.example/t?id=1, https://talk.example/t?id=2",
    "https://talk.example/a, https://talk.example/A",
    "https://talk.example/a, https://www.talk.example/a"
  })
  void otherPagesStayApart(String one, String other) {
    assertThat(CanonicalUrl.of(one)).isNotEqualTo(CanonicalUrl.of(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "mailto:a@gazette.example", "javascript:alert(1)", "urn:uuid:5", "//x"})
  void whatNoBrowserOpensHasNoAddress(String met) {
    assertThat(CanonicalUrl.of(met)).isNull();
  }

  @Test
  void noAddressIsNoAddress() {
    assertThat(CanonicalUrl.of(null)).isNull();
  }
}
