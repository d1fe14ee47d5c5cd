package earshot.web.people;

import earshot.school.Role;
import earshot.school.School;
import earshot.school.Schools;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody with an account.
 *
 * @param email one address, in lower case; what they sign in with
 * @param role what they may do
 * @param schools ids of the schools and trusts that they may see; {@code *} means all
 * @param hasPassword whether they set one yet
 * @param validFrom sessions and links from before this moment are void
 */
public record Person(
    long id,
    String name,
    String email,
    Role role,
    List<String> schools,
    boolean hasPassword,
    boolean disabled,
    Instant created,
    Instant validFrom) {
  public Person {
    schools = List.copyOf(schools);
  }

  /** Name and address, as the audit keeps them. */
  public String asWritten() {
    return name + " <" + email + ">";
  }

  /**
   * Whether this person's schools include all of the other's, so that they may manage the account.
   */
  public boolean looksAfter(Person other, Schools all) {
    return other.schools().stream().allMatch(reference -> holds(reference, all));
  }

  private boolean holds(String reference, Schools all) {
    if (schools.contains("*") || schools.contains(reference)) {
      return true;
    }
    Set<String> meant = ids(all.meant(List.of(reference)));
    // what is meant by * grows, and what is meant by no school now may be one tomorrow
    return !reference.equals("*") && !meant.isEmpty() && visible(all).containsAll(meant);
  }

  /** Whether what concerns these schools and trusts is this person's business too. */
  public boolean isConcernedBy(List<String> references, Schools all) {
    return schools.contains("*") || !Collections.disjoint(visible(all), ids(all.meant(references)));
  }

  /** The ids of the schools that this person may see, of those that are listened for now. */
  public Set<String> visible(Schools all) {
    return ids(all.meant(schools));
  }

  private static Set<String> ids(List<School> meant) {
    return meant.stream().map(School::id).collect(Collectors.toUnmodifiableSet());
  }
}
