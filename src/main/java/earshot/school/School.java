package earshot.school;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One school, as far as listening needs to know it.
 *
 * @param id the name it has in files and addresses, such as {@code thistlewick}
 * @param name its full name
 * @param aliases other names, abbreviations and nicknames it goes by
 * @param places towns, streets and postcodes that tell it from a namesake
 * @param staff people of the school, as written: {@code "Mr Declan Feeney (head)"}
 * @param notes what a reader who does not know the school needs: class names, suppliers, namesakes
 * @param trust the trust's id, or null for a school that stands alone
 * @param hosts the school's own web hosts; the fetcher may reach them inside the school's network
 * @param zone the clock by which the digest is sent
 * @param digestAt local time of the daily digest
 * @param contacts who is told
 */
public record School(
    String id,
    String name,
    List<String> aliases,
    List<String> places,
    List<String> staff,
    String notes,
    @Nullable String trust,
    List<String> hosts,
    ZoneId zone,
    LocalTime digestAt,
    List<Contact> contacts) {

  public static final ZoneId LONDON = ZoneId.of("Europe/London");
  public static final LocalTime SEVEN = LocalTime.of(7, 0);

  public School {
    if (id.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("a school needs an id and a name");
    }
    aliases = List.copyOf(aliases);
    places = List.copyOf(places);
    staff = List.copyOf(staff);
    hosts = List.copyOf(hosts);
    contacts = List.copyOf(contacts);
  }

  /** A school of which only the names are known, as in a labelled example. */
  public static School named(
      String name, List<String> aliases, List<String> places, List<String> staff, String notes) {
    return new School(
        name, name, aliases, places, staff, notes, null, List.of(), LONDON, SEVEN, List.of());
  }
}
