package earshot.alert.routing;

import earshot.school.Contact;
import earshot.school.Role;
import earshot.school.School;
import earshot.school.Schools;
import earshot.school.Trust;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is told what (decision 0032): the Headteacher first; the safeguarding lead of what concerns a
 * child's safety; whoever stands above the Headteacher of what is about the Headteacher, who then
 * is not told; governors that there is something, never what or about whom.
 */
public final class Routing {
  private final School school;
  private final List<Contact> trust;

  /**
   * Who gets a mail.
   *
   * @param countsOnly that and how much was found, but nothing of it
   */
  public record Recipient(Contact contact, boolean countsOnly) {
    public String email() {
      return contact.email();
    }
  }

  Routing(School school, @Nullable Trust trust) {
    this.school = school;
    this.trust = trust == null ? List.of() : trust.contacts();
  }

  public static Routing of(Schools schools, School school) {
    return new Routing(school, schools.trustOf(school).orElse(null));
  }

  /** Whom an urgent finding is told at once; empty when the school names nobody. */
  public List<Recipient> alerted(Lane lane) {
    List<Contact> told = new ArrayList<>(lane.aboutHead() ? overseers() : heads());
    if (lane.safeguarding()) {
      told.addAll(withoutHead(lane, with(school.contacts(), Role.SAFEGUARDING_LEAD)));
    }
    return recipients(told);
  }

  /** In whose digest a finding stands. */
  public List<Recipient> digested(Lane lane) {
    List<Contact> told = new ArrayList<>();
    alerted(lane).forEach(recipient -> told.add(recipient.contact()));
    if (!lane.aboutHead()) {
      told.addAll(with(school.contacts(), Role.COMMUNICATIONS));
    }
    return recipients(told);
  }

  /** Who gets a digest even when it holds nothing. */
  public List<Recipient> daily() {
    List<Contact> told = new ArrayList<>(heads());
    told.addAll(with(school.contacts(), Role.COMMUNICATIONS));
    return recipients(told);
  }

  private List<Contact> heads() {
    List<Contact> heads = with(school.contacts(), Role.HEADTEACHER);
    if (!heads.isEmpty()) {
      return heads;
    }
    List<Contact> leaders = with(school.contacts(), Role.LEADERSHIP);
    return leaders.isEmpty() ? informed(trust) : leaders;
  }

  /** Who stands above the Headteacher; the Headteacher when nobody does. */
  private List<Contact> overseers() {
    List<List<Contact>> circles =
        List.of(
            informed(trust),
            with(trust, Role.GOVERNOR),
            with(school.contacts(), Role.LEADERSHIP),
            with(school.contacts(), Role.GOVERNOR));
    Lane aboutHead = new Lane(false, true);
    return circles.stream()
        .map(circle -> withoutHead(aboutHead, circle))
        .filter(circle -> !circle.isEmpty())
        .findFirst()
        .orElseGet(this::heads);
  }

  private static List<Contact> informed(List<Contact> contacts) {
    return contacts.stream()
        .filter(contact -> contact.role() != Role.GOVERNOR && contact.role() != Role.VIEWER)
        .toList();
  }

  /** A head who is the safeguarding lead too, at the same address, is still the head. */
  private List<Contact> withoutHead(Lane lane, List<Contact> contacts) {
    if (!lane.aboutHead()) {
      return contacts;
    }
    Set<String> heads =
        with(school.contacts(), Role.HEADTEACHER).stream()
            .map(contact -> address(contact))
            .collect(Collectors.toSet());
    return contacts.stream().filter(contact -> !heads.contains(address(contact))).toList();
  }

  private static List<Contact> with(List<Contact> contacts, Role role) {
    return contacts.stream().filter(contact -> contact.role() == role).toList();
  }

  /** Each address once; what one role of a person may see, the person sees. */
  private static List<Recipient> recipients(List<Contact> contacts) {
    Map<String, Recipient> byAddress = new LinkedHashMap<>();
    for (Contact contact : contacts) {
      Recipient recipient = new Recipient(contact, contact.role() == Role.GOVERNOR);
      byAddress.merge(
          address(contact), recipient, (known, other) -> known.countsOnly() ? other : known);
    }
    return List.copyOf(byAddress.values());
  }

  private static String address(Contact contact) {
    return contact.email().toLowerCase(Locale.ROOT);
  }
}
