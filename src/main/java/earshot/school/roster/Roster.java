package earshot.school.roster;

import earshot.config.Problems;
import earshot.school.roster.RosterKey.Hasher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pupils of one school, known only by keyed hashes of the ways their names are written. A hit
 * says that a name is on the roll; no hit says nothing.
 */
public final class Roster {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}'’‘`´ʼ.-]*|\\d{1,2}\\p{L}?");
  private static final int LONGEST_NAME = 4;
  private static final int LONGEST_LETTERS = 60;

  /** Words of a text that may name a class; the bound keeps long texts quick. */
  private static final int MOST_CLASSES = 40;

  private final String school;
  private final RosterKey key;

  /** Hash of a form to whether pictures of that pupil may be published. */
  private final Map<String, Boolean> hashes;

  private Roster(String school, RosterKey key, Map<String, Boolean> hashes) {
    this.school = school;
    this.key = key;
    this.hashes = hashes;
  }

  /**
   * A name in a text that is on the roll.
   *
   * @param start first character of the name, UTF-16 units
   * @param end one past its last
   * @param photo whether pictures of the pupil may be published
   */
  public record Hit(int start, int end, boolean photo) {}

  /** Where a school's roster and the key to all of them stand. */
  public record Place(Path folder, Path key) {
    Path file(String school) {
      return folder.resolve(school + ".roster");
    }
  }

  /**
   * The roster of a school; one that knows nobody when none was imported.
   *
   * @throws IOException with a plain sentence when it cannot be read
   */
  public static Roster open(Place place, String school) throws IOException {
    Map<String, Boolean> hashes = new HashMap<>();
    Path file = place.file(school);
    if (!Files.exists(file)) {
      return new Roster(school, RosterKey.of(new byte[] {0}), hashes);
    }
    if (!Files.exists(place.key())) {
      throw new IOException(
          "The roster's key "
              + place.key()
              + " is missing. Put it back, or import the roster anew");
    }
    for (String line : Files.readAllLines(file)) {
      if (line.length() > 1) {
        hashes.put(line.substring(1), line.charAt(0) == '+');
      }
    }
    return new Roster(school, RosterKey.read(place.key()), hashes);
  }

  /**
   * Replaces a school's roster by the pupils of a table, so that leavers are gone with it. Nothing
   * changes when the table has problems.
   *
   * @return how many pupils are on the roll now
   */
  public static int importTable(Place place, String school, Path table, Problems problems)
      throws IOException {
    List<Pupil> pupils = RosterCsv.read(table, problems);
    problems.orThrow();
    RosterKey key =
        Files.exists(place.key()) ? RosterKey.read(place.key()) : RosterKey.fresh(place.key());
    Set<String> lines = new TreeSet<>();
    Hasher hasher = key.hasher();
    for (Pupil pupil : pupils) {
      for (String hash : hashes(hasher, school, pupil)) {
        lines.add((pupil.photo() ? "+" : "-") + hash);
      }
    }
    write(place.file(school), lines);
    return pupils.size();
  }

  /** Makes a new key; every roster must be imported anew, because no name is kept to hash again. */
  public static void rotate(Place place) throws IOException {
    RosterKey.fresh(place.key());
    if (Files.isDirectory(place.folder())) {
      try (var files = Files.list(place.folder())) {
        for (Path file : files.filter(f -> f.toString().endsWith(".roster")).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Takes one pupil off the roll; false when nobody of that name is on it. */
  public static boolean remove(Place place, String school, String forename, String surname)
      throws IOException {
    Roster roster = open(place, school);
    Set<String> theirs =
        hashes(roster.key.hasher(), school, new Pupil(forename, "", surname, "", "", true));
    boolean known = theirs.stream().anyMatch(roster.hashes::containsKey);
    Set<String> lines = new TreeSet<>();
    roster.hashes.forEach(
        (hash, photo) -> {
          if (!theirs.contains(hash)) {
            lines.add((photo ? "+" : "-") + hash);
          }
        });
    write(place.file(school), lines);
    return known;
  }

  private static Set<String> hashes(Hasher hasher, String school, Pupil pupil) {
    Set<String> forenames = NameForms.forenames(pupil.forename());
    forenames.addAll(NameForms.forenames(pupil.preferred()));
    Set<String> hashes = new LinkedHashSet<>();
    for (String form : NameForms.fullNames(forenames, pupil.surname())) {
      hashes.add(hasher.hash("full", school, form));
    }
    Set<String> partial = new LinkedHashSet<>(forenames);
    partial.addAll(NameForms.initials(forenames, pupil.surname()));
    for (String classWord : NameForms.classes(pupil.year(), pupil.form())) {
      for (String form : partial) {
        hashes.add(hasher.hash("class", school, form + "/" + classWord));
      }
    }
    return hashes;
  }

  private static void write(Path file, Set<String> lines) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path made = file.resolveSibling(file.getFileName() + ".new");
    Files.write(
        made,
        lines,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(made, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  public boolean isEmpty() {
    return hashes.isEmpty();
  }

  /**
   * The names on the roll that a text holds: full names, and forenames beside their class or year.
   */
  public List<Hit> find(String text) {
    return hashes.isEmpty() ? List.of() : new Reading(text).hits();
  }

  /** One reading of one text. */
  private final class Reading {
    private final String text;
    private final List<Span> words = new ArrayList<>();
    private final Set<String> classes = new LinkedHashSet<>();
    private final Hasher hasher = key.hasher();

    private record Span(int start, int end) {}

    Reading(String text) {
      this.text = text;
      Matcher matcher = WORD.matcher(text);
      while (matcher.find()) {
        words.add(new Span(matcher.start(), matcher.end()));
        String word = NameForms.classWord(matcher.group());
        if (!word.isEmpty() && classes.size() < MOST_CLASSES) {
          classes.add(word);
        }
      }
    }

    List<Hit> hits() {
      List<Hit> hits = new ArrayList<>();
      for (int first = 0; first < words.size(); first++) {
        for (int count = LONGEST_NAME; count >= 1; count--) {
          Hit hit = first + count <= words.size() ? hit(first, count) : null;
          if (hit != null) {
            hits.add(hit);
            first += count - 1;
            break;
          }
        }
      }
      return hits;
    }

    private @Nullable Hit hit(int first, int count) {
      int start = words.get(first).start();
      int end = words.get(first + count - 1).end();
      if (end - start > LONGEST_LETTERS) {
        return null;
      }
      String form = NameForms.plain(text.substring(start, end));
      Boolean photo = count > 1 ? hashes.get(hasher.hash("full", school, form)) : null;
      if (photo == null && count <= 2 && looksLikeName(start)) {
        photo = besideClass(form);
      }
      return photo == null ? null : new Hit(start, end, photo);
    }

    private boolean looksLikeName(int start) {
      return Character.isUpperCase(text.charAt(start))
          || text.equals(text.toLowerCase(Locale.ROOT));
    }

    private @Nullable Boolean besideClass(String form) {
      for (String word : classes) {
        Boolean photo = hashes.get(hasher.hash("class", school, form + "/" + word));
        if (photo != null && !word.equals(form)) {
          return photo;
        }
      }
      return null;
    }
  }
}
