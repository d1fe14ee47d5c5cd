package earshot.school.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.config.ConfigException;
import earshot.config.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterTest {
  private static final String SIMS =
      """
      Preferred Forename,Legal Forename,Legal Surname,Year Group,Reg Group,Photo Consent
      Maisie,Margaret,Thornbury,Year 4,Oak,Yes
      Tom,Thomas,O'Neill-Baker,Year 9,9R,No
      Zoë,Zoë,Łukasik,Year 2,Alder,Yes
      """;
  @TempDir private Path folder;
  private Roster.Place place;

  @BeforeEach
  void importRoster() throws IOException {
    place = new Roster.Place(folder.resolve("data/roster"), folder.resolve("secrets/roster.key"));
    assertThat(imported(SIMS)).isEqualTo(3);
  }

  private int imported(String csv) throws IOException {
    Path table = folder.resolve("pupils.csv");
    Files.writeString(table, csv);
    return Roster.importTable(place, "vale", table, new Problems());
  }

  private List<String> found(String text) throws IOException {
    return Roster.open(place, "vale").find(text).stream()
        .map(hit -> text.substring(hit.start(), hit.end()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "well done Maisie Thornbury",
        "well done margaret thornbury!",
        "Thornbury, Maisie won",
        "tom oneill baker again",
        "THOMAS O’NEILL-BAKER",
        "Tommy ONeillBaker",
        "Zoe Lukasik sang",
        "Maisie in Year 4",
        "Maisie T from Oak class",
        "T Baker (9R) was there"
      })
  void theWaysOfWritingANameAreKnown(String text) throws IOException {
    assertThat(found(text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Maisie is lovely",
        "Thornbury fair",
        "Maisie in Year 5",
        "an oak in the park",
        "Tom Thornbury",
        "the baker of year 9"
      })
  void whatIsNobodysNameIsNotFound(String text) throws IOException {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void consentIsKnown() throws IOException {
    Roster roster = Roster.open(place, "vale");
    assertThat(roster.find("Maisie Thornbury").getFirst().photo()).isTrue();
    assertThat(roster.find("Tom Baker").getFirst().photo()).isFalse();
  }

  @Test
  void noNameIsStoredAndADictionaryWithoutTheKeyFindsNone() throws Exception {
    String stored = Files.readString(place.file("vale"));
    assertThat(stored.toLowerCase(java.util.Locale.ROOT)).doesNotContain("maisie", "thornbury");
    RosterKey other = RosterKey.of(new byte[32]);
    RosterKey.Hasher hasher = other.hasher();
    List<String> forenames = List.of("maisie", "margaret", "tom", "thomas", "zoe");
    java.util.Set<String> hashes = new java.util.HashSet<>(Files.readAllLines(place.file("vale")));
    for (int i = 0; i < 200_000; i++) {
      for (String forename : forenames) {
        String hash =
            hasher.hash("full", "vale", forename + " " + (i == 0 ? "thornbury" : "name" + i));
        assertThat(hashes.contains("+" + hash) || hashes.contains("-" + hash)).isFalse();
      }
    }
  }

  @Test
  void theKeyIsTheOwnersAloneAndCheckedForIt() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.key())))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(place.key(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> Roster.open(place, "vale")).hasMessageContaining("chmod 600");
  }

  @Test
  void aLeaverIsGone() throws IOException {
    assertThat(Roster.remove(place, "vale", "Maisie", "Thornbury")).isTrue();
    assertThat(found("Maisie Thornbury")).isEmpty();
    assertThat(found("Zoe Lukasik")).hasSize(1);
    assertThat(Roster.remove(place, "vale", "Nobody", "Known")).isFalse();
  }

  @Test
  void aNewKeyForgetsTheOldRosters() throws IOException {
    Roster.rotate(place);
    assertThat(found("Maisie Thornbury")).isEmpty();
    imported(SIMS);
    assertThat(found("Maisie Thornbury")).hasSize(1);
  }

  @Test
  void aBadTableChangesNothingAndNamesTheLine() {
    assertThatThrownBy(() -> imported("Forename;Surname\nMaisie;Thornbury\n;Smith\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("pupils.csv:3: this row has no forename or no surname");
    assertThatThrownBy(() -> imported("a,b\n1,2\n"))
        .hasMessageContaining("no forename and surname");
  }
}
