package earshot.web;

import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.web.people.Person;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The findings that one reader may see; others are as if they were not there. */
@Component
class FindingsSeen {
  private final WebParts parts;
  private final Findings findings = new Findings();

  FindingsSeen(WebParts parts) {
    this.parts = parts;
  }

  /**
   * @param school the school's id; "" means the first that the mention concerns and the reader sees
   * @throws ResponseStatusException 404 when there is none
   */
  Finding one(Person reader, long mention, String school) {
    Set<String> visible = schools(reader);
    return parts
        .database()
        .read(
            jdbc -> {
              Optional<String> meant =
                  findings.schoolsOf(jdbc, mention).stream()
                      .filter(visible::contains)
                      .filter(id -> school.isEmpty() || id.equals(school))
                      .sorted()
                      .findFirst();
              return meant.flatMap(id -> findings.one(jdbc, mention, id));
            })
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  Set<String> schools(Person reader) {
    return reader.visible(parts.configuration().current().schools());
  }
}
