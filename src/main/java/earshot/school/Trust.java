package earshot.school;

import java.util.List;

/**
 * A trust of several schools.
 *
 * @param contacts who is told about the trust itself, and about a school's Headteacher
 */
public record Trust(String id, String name, List<String> aliases, List<Contact> contacts) {
  public Trust {
    if (id.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("a trust needs an id and a name");
    }
    aliases = List.copyOf(aliases);
    contacts = List.copyOf(contacts);
  }
}
