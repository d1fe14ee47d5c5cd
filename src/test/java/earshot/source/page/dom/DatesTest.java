package earshot.source.page.dom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z"); // a Saturday
  private final Dates dates = new Dates(NOW, ZoneId.of("Europe/London"), false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-04T10:11:12+01:00|2026-03-04T09:11:12Z",
        "2026-03-04T10:11:12.345Z|2026-03-04T10:11:12Z",
        "2026-03-04T10:11:12+0100|2026-03-04T09:11:12Z",
        "2026-03-04 10:11|2026-03-04T10:11:00Z",
        "2026-07-04 10:11|2026-07-04T09:11:00Z",
        "2026-03-04|2026-03-04T00:00:00Z",
        "20260304T101112Z|2026-03-04T10:11:12Z",
        "1772618400|2026-03-04T10:00:00Z",
        "1772618400000|2026-03-04T10:00:00Z",
        "Wed, 04 Mar 2026 10:11:12 +0000|2026-03-04T10:11:12Z",
        "Wed Mar 04 10:11:12 UTC 2026|2026-03-04T10:11:12Z",
        "04/03/2026|2026-03-04T00:00:00Z",
        "04/03/26 10:11|2026-03-04T10:11:00Z",
        "3/25/2026|2026-03-25T00:00:00Z",
        "04.03.2026, 10:11 Uhr|2026-03-04T10:11:00Z",
        "04-03-2026, 10:11 PM|2026-03-04T22:11:00Z",
        "4th March 2026|2026-03-04T00:00:00Z",
        "Published 4 March 2026 at 4.40pm|2026-03-04T16:40:00Z",
        "March 4, 2026 10:11 am EST|2026-03-04T15:11:00Z",
        "4 July 2026 10:11 BST|2026-07-04T09:11:00Z",
        "Fri 20 Nov '26|2026-11-20T00:00:00Z",
        "4. März 2026|2026-03-04T00:00:00Z",
        "4 de marzo de 2026|2026-03-04T00:00:00Z",
        "le 4 mars 2026 à 10h11|2026-03-04T10:11:00Z",
        "3 Dec|2025-12-03T00:00:00Z",
        "3 Nov|2026-11-03T00:00:00Z",
        "2 hours ago|2026-11-21T10:00:00Z",
        "an hour ago|2026-11-21T11:00:00Z",
        "5 mins ago|2026-11-21T11:55:00Z",
        "1 day, 2 hours ago|2026-11-20T12:00:00Z",
        "3d|2026-11-18T12:00:00Z",
        "vor 2 Stunden|2026-11-21T10:00:00Z",
        "just now|2026-11-21T12:00:00Z",
        "Yesterday at 14:02|2026-11-20T14:02:00Z",
        "Today, 9:15 am|2026-11-21T09:15:00Z",
        "Monday at 10:11 AM|2026-11-16T10:11:00Z",
        "about 3 weeks ago|2026-10-31T12:00:00Z"
      })
  void datesAreReadInManyForms(String written, Instant meant) {
    assertThat(dates.parse(written)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "Year 6",
        "01632 960123",
        "31/02/2026",
        "99/99/2026",
        "2 may be late",
        "May",
        "12",
        "3.5 stars",
        "1850-01-01",
        "2031-05-05",
        "Room 101",
        "Page 2 of 10",
        "hier klicken",
        "£12.50",
        "version 10.4.2026.1"
      })
  void whatIsNoDateIsNone(String written) {
    assertThat(dates.parse(written)).isNull();
  }

  @Test
  void americanPagesPutTheMonthFirst() {
    Dates american = new Dates(NOW, ZoneId.of("Europe/London"), true);
    assertThat(american.parse("04/03/2026")).isEqualTo("2026-04-03T00:00:00Z");
    assertThat(american.parse("25/03/2026")).isEqualTo("2026-03-25T00:00:00Z");
  }
}
