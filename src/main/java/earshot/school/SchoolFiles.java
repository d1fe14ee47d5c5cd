package earshot.school;

import earshot.config.Problems;
import earshot.config.Yaml;
import earshot.config.YamlMap;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code config/schools/*.yaml}: one file a school or trust. */
public final class SchoolFiles {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");

  private final Problems problems;
  private final Map<String, Path> ids = new HashMap<>();
  private final List<Trust> trusts = new ArrayList<>();
  private final List<School> schools = new ArrayList<>();
  private final List<YamlMap> members = new ArrayList<>();

  private SchoolFiles(Problems problems) {
    this.problems = problems;
  }

  /** Every school and trust of the folder that can be understood; the rest goes to the problems. */
  public static Schools read(Path folder, Problems problems) {
    SchoolFiles files = new SchoolFiles(problems);
    List<Path> found = Yaml.filesIn(folder, problems);
    if (found.isEmpty()) {
      problems.add(
          folder, 0, "there is no school to listen for", "Add a file such as my-school.yaml");
    }
    found.forEach(files::read);
    files.checkTrusts();
    return new Schools(files.trusts, files.schools);
  }

  private void read(Path file) {
    YamlMap map = Yaml.read(file, problems);
    String kind = map.textOr("kind", "school");
    String id = id(map);
    String name = map.text("name");
    List<Contact> contacts = contacts(map);
    boolean usable = !id.isEmpty() && !name.isEmpty();
    if (kind.equals("trust")) {
      List<String> aliases = map.texts("aliases");
      if (usable) {
        trusts.add(new Trust(id, name, aliases, contacts));
      }
    } else {
      if (!kind.equals("school")) {
        map.wrong(
            "kind", "'kind: " + kind + "' is not known", "Write 'kind: school' or 'kind: trust'");
      }
      School school = school(map, id, name, contacts);
      if (usable && school != null) {
        schools.add(school);
        members.add(map);
      }
    }
    map.finish();
  }

  private static @Nullable School school(
      YamlMap map, String id, String name, List<Contact> contacts) {
    List<String> aliases = map.texts("aliases");
    List<String> places = map.texts("places");
    List<String> staff = map.texts("staff");
    String notes = map.textOr("notes", "");
    String trust = map.textOrNull("trust");
    List<String> hosts = map.texts("hosts");
    ZoneId zone = map.value("time-zone", School.LONDON, "Europe/London", ZoneId::of);
    LocalTime digestAt = map.value("digest-at", School.SEVEN, "\"07:00\"", LocalTime::parse);
    if (id.isEmpty() || name.isEmpty()) {
      return null;
    }
    return new School(
        id, name, aliases, places, staff, notes, trust, hosts, zone, digestAt, contacts);
  }

  private String id(YamlMap map) {
    String fileName = map.file().getFileName().toString();
    String id = map.textOr("id", fileName.substring(0, fileName.lastIndexOf('.')));
    if (!ID.matcher(id).matches()) {
      map.wrong("id", "'" + id + "' cannot be an id", "Use small letters, digits and hyphens");
      return "";
    }
    Path other = ids.putIfAbsent(id, map.file());
    if (other != null) {
      map.wrong("id", "the id '" + id + "' is taken by " + other, "Give this one another id");
      return "";
    }
    return id;
  }

  private static List<Contact> contacts(YamlMap map) {
    List<Contact> contacts = new ArrayList<>();
    for (YamlMap contact : map.maps("contacts")) {
      String name = contact.text("name");
      String email = contact.text("email");
      Role role =
          contact.value(
              "role",
              Role.VIEWER,
              "headteacher",
              word -> Role.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
      if (!contact.has("role")) {
        contact.wrong("role", "'role' is missing", "Add a line 'role: headteacher'");
      }
      if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
        contact.wrong("email", "'" + email + "' is not one e-mail address", "Write one address");
      } else if (!name.isEmpty() && !email.isEmpty()) {
        contacts.add(new Contact(name, role, email));
      }
      contact.finish();
    }
    return contacts;
  }

  private void checkTrusts() {
    for (YamlMap map : members) {
      String trust = map.textOr("trust", "");
      if (!trust.isEmpty() && trusts.stream().noneMatch(known -> known.id().equals(trust))) {
        map.wrong(
            "trust",
            "there is no trust '" + trust + "'",
            "Add a file with 'kind: trust' and 'id: " + trust + "', or remove this line");
      }
    }
  }
}
