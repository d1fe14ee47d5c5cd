package earshot.school;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schools and trusts that are listened for. */
public record Schools(List<Trust> trusts, List<School> schools) {
  public Schools {
    trusts = List.copyOf(trusts);
    schools = List.copyOf(schools);
    Map<String, School> byId = new LinkedHashMap<>();
    for (School school : schools) {
      if (byId.put(school.id(), school) != null) {
        throw new IllegalArgumentException("two schools have the id " + school.id());
      }
    }
  }

  public Optional<School> byId(String id) {
    return schools.stream().filter(school -> school.id().equals(id)).findFirst();
  }

  /** The trust that a school belongs to, if it does to one. */
  public Optional<Trust> trustOf(School school) {
    return trusts.stream().filter(trust -> trust.id().equals(school.trust())).findFirst();
  }

  /** Whether there is what a configured reference means. */
  public boolean knows(String reference) {
    return reference.equals("*")
        || byId(reference).isPresent()
        || trusts.stream().anyMatch(trust -> trust.id().equals(reference));
  }

  /**
   * The schools that a configured reference means: a school's id, a trust's id (all its schools),
   * or {@code *} (every school). An unknown reference means none.
   */
  public List<School> meant(List<String> references) {
    List<School> meant = new ArrayList<>();
    for (School school : schools) {
      String trust = school.trust();
      if (references.contains("*")
          || references.contains(school.id())
          || (trust != null && references.contains(trust))) {
        meant.add(school);
      }
    }
    return meant;
  }
}
