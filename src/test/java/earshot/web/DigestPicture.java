package earshot.web;

import earshot.alert.Digests;
import earshot.alert.letter.Letters;
import earshot.alert.sources.Standing;
import earshot.listen.SourceState;
import earshot.listen.SourceStates;
import earshot.mail.Stationery;
import earshot.school.School;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The digest of the examples, as the mail room renders it. */
final class DigestPicture {
  private DigestPicture() {}

  /** Writes the HTML part to a file and returns the text part. */
  static String text(WebHouse house, Path html) throws IOException {
    School school = house.configuration.current().schools().byId("thistlewick").orElseThrow();
    Names names = new Names(house.configuration.current());
    Standing.Of standings =
        id ->
            house.database.read(new SourceStates()::all).stream()
                .map(state -> standing(state, names))
                .toList();
    Digests digests =
        new Digests(house.database, () -> house.configuration.current().schools(), standings);
    Letters letters =
        new Letters(
            new Letters.Parts(
                house.database,
                () -> house.configuration.current().schools(),
                () -> house.configuration.current().policy(),
                names::source));
    Stationery.Pages pages =
        new Stationery()
            .render(
                letters.of(digests.preview(school, house.clock.instant())),
                URI.create("https://earshot.thistlewick.example"));
    Files.writeString(html, pages.html());
    return pages.text();
  }

  private static Standing standing(SourceState state, Names names) {
    return new Standing(names.source(state.source()), state.lastGood(), state.failing());
  }
}
