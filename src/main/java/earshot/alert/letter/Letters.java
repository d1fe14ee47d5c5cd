package earshot.alert.letter;

import earshot.alert.letter.Letter.Entry;
import earshot.alert.letter.Letter.Section;
import earshot.alert.letter.Letter.Tone;
import earshot.alert.outbox.Mail;
import earshot.alert.outbox.Plan;
import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.school.Contact;
import earshot.school.Policy;
import earshot.school.Role;
import earshot.school.School;
import earshot.school.Schools;
import earshot.store.Database;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a mail's letter from its plan and what the store holds of the findings now. */
public final class Letters {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

  private final Parts parts;
  private final Findings findings = new Findings();

  /**
   * What letters are made of.
   *
   * @param sourceName a source's name as people know it, by its id
   */
  public record Parts(
      Database database,
      Supplier<Schools> schools,
      Supplier<Policy> policy,
      UnaryOperator<String> sourceName) {}

  public Letters(Parts parts) {
    this.parts = parts;
  }

  /** What came of writing. */
  public sealed interface Written {
    /** The letter. */
    record Ready(Letter letter) implements Written {}

    /**
     * It must not be sent any more.
     *
     * @param why a plain sentence
     */
    record Withdrawn(String why) implements Written {}
  }

  /** The letter of a mail in the outbox; withdrawn when its reader is no longer told. */
  public Written of(Mail mail) {
    Optional<School> school = parts.schools().get().byId(mail.school());
    if (school.isEmpty()) {
      return new Written.Withdrawn(
          "The school '" + mail.school() + "' is no longer in the configuration.");
    }
    Optional<Contact> reader =
        contacts(school.get())
            .filter(contact -> contact.email().equalsIgnoreCase(mail.to().email()))
            .findFirst();
    if (reader.isEmpty()) {
      return new Written.Withdrawn(
          mail.to().email() + " is no longer a contact of " + school.get().name() + ".");
    }
    return new Written.Ready(write(school.get(), mail.plan(), reader.get()));
  }

  /** The letter of a mail that is not in the outbox. */
  public Letter of(Mail.Draft draft) {
    School school = parts.schools().get().byId(draft.school()).orElseThrow();
    Contact reader =
        contacts(school)
            .filter(contact -> contact.email().equalsIgnoreCase(draft.to().email()))
            .findFirst()
            .orElseGet(() -> new Contact(draft.to().name(), Role.HEADTEACHER, draft.to().email()));
    return write(school, draft.plan(), reader);
  }

  private Stream<Contact> contacts(School school) {
    return Stream.concat(
        school.contacts().stream(),
        parts.schools().get().trustOf(school).stream().flatMap(trust -> trust.contacts().stream()));
  }

  private Letter write(School school, Plan plan, Contact reader) {
    List<Section> sections =
        parts
            .database()
            .read(
                jdbc ->
                    plan.sections().stream().map(section -> write(jdbc, school, section)).toList());
    Tone tone =
        sections.stream()
            .flatMap(section -> section.entries().stream())
            .map(Entry::tone)
            .min(Comparator.naturalOrder())
            .orElse(Tone.NONE);
    return new Letter(
        tone,
        Inert.text(plan.heading()),
        plan.opening().stream().map(Inert::text).toList(),
        sections,
        plan.closing().stream().map(Inert::text).toList(),
        Inert.text(footer(school, reader)));
  }

  private static String footer(School school, Contact reader) {
    return reader.name()
        + ", you get this mail as "
        + Wording.role(reader.role())
        + " of "
        + school.name()
        + ". It holds no links but to Earshot itself; children's names and links are left out.";
  }

  private Section write(JdbcClient jdbc, School school, Plan.Section section) {
    List<Entry> entries = new ArrayList<>();
    int gone = 0;
    for (Plan.Key key : section.keys()) {
      Optional<Finding> finding = findings.one(jdbc, key.mention(), school.id());
      if (finding.isPresent()) {
        entries.add(entry(school, finding.get(), key));
      } else {
        gone++;
      }
    }
    return new Section(section.heading(), section.brief(), entries, more(section.more(), gone));
  }

  private static String more(int more, int gone) {
    List<String> sentences = new ArrayList<>();
    if (more > 0) {
      sentences.add("And " + more + " more in Earshot.");
    }
    if (gone > 0) {
      sentences.add(gone + " of these " + (gone == 1 ? "has" : "have") + " been deleted since.");
    }
    return String.join(" ", sentences);
  }

  private Entry entry(School school, Finding finding, Plan.Key key) {
    Disclosed shown = new Disclosed(finding);
    return new Entry(
        Wording.tone(finding.judgement().severity()),
        Wording.severity(finding.judgement()),
        finding.judgement().labels().stream()
            .sorted()
            .map(label -> Wording.label(label, parts.policy().get()))
            .toList(),
        where(school, finding),
        shown.title(),
        shown.excerpt(),
        finding.judgement().because().stream().map(shown::safe).toList(),
        also(finding, key),
        "/mentions/" + finding.mention().id() + "?school=" + school.id());
  }

  private String where(School school, Finding finding) {
    return Inert.text(parts.sourceName().apply(finding.mention().source()))
        + ", "
        + MOMENT.format(finding.mention().published().atZone(school.zone()));
  }

  private static String also(Finding finding, Plan.Key key) {
    List<String> notes = new ArrayList<>();
    if (key.edited()) {
      notes.add("Changed since it was first found.");
    }
    if (key.elsewhere() > 0) {
      notes.add(
          "Also in "
              + key.elsewhere()
              + (key.elsewhere() == 1 ? " other place." : " other places."));
    }
    if (finding.mention().truncated()) {
      notes.add("Only the beginning could be read.");
    }
    return String.join(" ", notes);
  }
}
