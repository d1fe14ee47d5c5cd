package earshot.school.roster;

import earshot.config.Problems;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads pupils from what SIMS, Arbor and Bromcom export, or from a plain table. */
final class RosterCsv {
  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "forename",
          List.of("legalforename", "forename", "firstname", "legalfirstname", "givenname", "name"),
          "preferred",
          List.of(
              "preferredforename",
              "chosenforename",
              "preferredfirstname",
              "preferredname",
              "knownas"),
          "surname",
          List.of(
              "legalsurname",
              "surname",
              "lastname",
              "legallastname",
              "familyname",
              "preferredsurname",
              "chosensurname",
              "preferredlastname"),
          "year",
          List.of("year", "yeargroup", "yr", "ncyear", "nationalcurriculumyear", "yearcode"),
          "form",
          List.of(
              "form",
              "reg",
              "reggroup",
              "registrationform",
              "registrationgroup",
              "tutorgroup",
              "class",
              "classname",
              "regform"),
          "photo",
          List.of(
              "photoconsent",
              "photographconsent",
              "photo",
              "photographs",
              "images",
              "imageconsent",
              "photopermission",
              "consentphotographs",
              "mediaconsent"));
  private static final Set<String> NO =
      Set.of("no", "n", "false", "0", "refused", "withheld", "declined", "not given", "denied");

  private RosterCsv() {}

  /** The rows that hold a pupil; a row without a name is a problem of its line. */
  static List<Pupil> read(Path file, Problems problems) {
    String text;
    try {
      text = decoded(file);
    } catch (IOException e) {
      problems.add(file, 0, "the file cannot be read", "Check the path and who may read it");
      return List.of();
    }
    try (CSVParser parser = format(text).parse(new java.io.StringReader(text))) {
      Map<String, String> columns = columns(parser.getHeaderNames());
      if (!columns.containsKey("surname")
          || !columns.containsKey("forename") && !columns.containsKey("preferred")) {
        problems.add(
            file,
            1,
            "the first line names no forename and surname",
            "Export it with a heading for each column: Forename, Surname, Year, Form, Photo consent");
        return List.of();
      }
      return pupils(file, parser, columns, problems);
    } catch (IOException | IllegalArgumentException | java.io.UncheckedIOException e) {
      problems.add(file, 1, "this is not a table in CSV form", "Export it again as CSV in UTF-8");
      return List.of();
    }
  }

  private static String decoded(Path file) throws IOException {
    try {
      return Files.readString(file).replaceFirst("^\uFEFF", "");
    } catch (MalformedInputException e) {
      // what Excel writes on an English Windows
      return Files.readString(file, java.nio.charset.Charset.forName("windows-1252"));
    }
  }

  private static CSVFormat format(String text) {
    String first = text.lines().findFirst().orElse("");
    char separator = first.contains("\t") ? '\t' : first.contains(";") ? ';' : ',';
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(separator)
        .setHeader()
        .setSkipHeaderRecord(true)
        .setAllowMissingColumnNames(true)
        .setIgnoreEmptyLines(true)
        .setTrim(true)
        .get();
  }

  private static Map<String, String> columns(List<String> headings) {
    Map<String, String> columns = new HashMap<>();
    COLUMNS.forEach(
        (column, names) -> {
          for (String name : names) {
            headings.stream()
                .filter(heading -> plain(heading).equals(name))
                .findFirst()
                .ifPresent(heading -> columns.putIfAbsent(column, heading));
          }
        });
    return columns;
  }

  private static String plain(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  private static List<Pupil> pupils(
      Path file, CSVParser parser, Map<String, String> columns, Problems problems) {
    List<Pupil> pupils = new ArrayList<>();
    for (CSVRecord row : parser) {
      Pupil pupil =
          new Pupil(
              value(row, columns, "forename"),
              value(row, columns, "preferred"),
              value(row, columns, "surname"),
              value(row, columns, "year"),
              value(row, columns, "form"),
              !NO.contains(value(row, columns, "photo").toLowerCase(Locale.ROOT)));
      if (pupil.surname().isEmpty() || (pupil.forename() + pupil.preferred()).isEmpty()) {
        problems.add(
            file,
            (int) parser.getCurrentLineNumber(),
            "this row has no forename or no surname",
            "Complete it, or delete it");
      } else {
        pupils.add(pupil);
      }
    }
    return pupils;
  }

  private static String value(CSVRecord row, Map<String, String> columns, String column) {
    String heading = columns.get(column);
    return heading == null || !row.isSet(heading) ? "" : row.get(heading).strip();
  }
}
