package earshot.web;

import earshot.index.MentionIndex.Found;
import earshot.index.MentionIndex.Result;
import earshot.judge.Finding;
import earshot.judge.Label;
import earshot.judge.Target;
import earshot.query.QuerySyntaxException;
import earshot.school.Role;
import earshot.web.people.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The JSON API's search: the same results, the same mask as on the page. */
@RestController
class SearchApi {
  private final Searching searching;

  SearchApi(Searching searching) {
    this.searching = searching;
  }

  /**
   * {@code {"total","caution","results":[{"id","score","published","source","school","labels",
   * "targets","severity","state","excerpt"}]}}; {@code size} 1 to 100, {@code page} from 1.
   */
  @GetMapping(path = "/api/search", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> search(
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam(defaultValue = "20") int size) {
    Person reader = PageFacts.signedIn();
    Asked asked = Asked.of(parameters);
    try {
      return answer(
          HttpStatus.OK,
          written(searching.search(reader, asked, Math.clamp(size, 1, 100)), reader.role()));
    } catch (QuerySyntaxException e) {
      return answer(
          HttpStatus.BAD_REQUEST,
          Map.of(
              "error",
              "Character " + (e.position() + 1) + ": " + e.getMessage() + ".",
              "position",
              e.position()));
    }
  }

  private static ResponseEntity<String> answer(HttpStatus status, Object body) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(Json.of(body));
  }

  private static Map<String, Object> written(Result result, Role reader) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("total", result.total());
    if (result.caution() != null) {
      body.put("caution", result.caution());
    }
    body.put("results", result.found().stream().map(found -> line(found, reader)).toList());
    return body;
  }

  private static Map<String, Object> line(Found found, Role reader) {
    Finding finding = found.finding();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", finding.mention().id());
    line.put("score", found.score());
    line.put("published", finding.mention().published().toString());
    line.put("source", finding.mention().source());
    line.put("school", finding.school());
    line.put("labels", finding.judgement().labels().stream().sorted().map(Label::word).toList());
    line.put("targets", finding.judgement().targets().stream().sorted().map(Target::word).toList());
    line.put("severity", finding.judgement().severity().word());
    line.put("state", finding.state());
    line.put(
        "excerpt", Shown.withheld(finding.judgement(), reader) ? Shown.WITHHELD : found.excerpt());
    return line;
  }
}
