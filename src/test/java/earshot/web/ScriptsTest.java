package earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.school.Role;
import earshot.web.WebHouse.Heard;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred ways to smuggle a script in, through every field of every page, in a real browser: none
 * runs, with the Content-Security-Policy and without it.
 */
class ScriptsTest {
  private static final String CALL = "window.stolen(1)";

  /** Forms of markup that run script where they are not escaped; after DOMPurify's and OWASP's. */
  private static final List<String> FORMS =
      List.of(
          "<script>%s</script>",
          "<SCRIPT SRC=data:text/javascript,%s></SCRIPT>",
          "\"><script>%s</script>",
          "'><script>%s</script>",
          "</textarea><script>%s</script>",
          "</title><script>%s</script>",
          "</style><script>%s</script>",
          "<!--><script>%s</script>-->",
          "<img src=x onerror=%s>",
          "<img src=x onerror=\"%s\">",
          "\"><img src=x onerror=%s>",
          "' onfocus=%s autofocus x='",
          "\" onfocus=%s autofocus x=\"",
          "\" onmouseover=%s style=position:fixed;inset:0 x=\"",
          "<svg onload=%s>",
          "<svg><script>%s</script></svg>",
          "<svg><animate onbegin=%s attributeName=x dur=1s>",
          "<svg><a xlink:href=\"javascript:%s\"><text>x</text></a></svg>",
          "<body onload=%s>",
          "<iframe src=\"javascript:%s\"></iframe>",
          "<iframe srcdoc=\"<script>parent.%s</script>\"></iframe>",
          "<details open ontoggle=%s>",
          "<input autofocus onfocus=%s>",
          "<select autofocus onfocus=%s>",
          "<video><source onerror=%s></video>",
          "<audio src=x onerror=%s>",
          "<object data=\"javascript:%s\">",
          "<embed src=\"javascript:%s\">",
          "<form action=\"javascript:%s\"><button autofocus>x</button></form>",
          "<math><mtext><script>%s</script></mtext></math>",
          "<table background=\"javascript:%s\">",
          "<style>@import 'javascript:%s'</style>",
          "<link rel=stylesheet href=\"data:text/css,*{x:expression(%s)}\">",
          "<meta http-equiv=refresh content=\"0;url=javascript:%s\">",
          "<base href=\"javascript:%s//\">",
          "<a href=\"javascript:%s\" autofocus>x</a>",
          "<marquee onstart=%s>x</marquee>",
          "<div style=\"animation-name:x\" onanimationstart=%s>",
          "<x contenteditable autofocus onfocus=%s>",
          "<button popovertarget=y autofocus onfocus=%s>x</button>",
          "<template><script>%s</script></template><script>%s</script>",
          "<noscript><p title=\"</noscript><script>%s</script>\">",
          "<xmp><p title=\"</xmp><script>%s</script>\">",
          "<img src=\"`><script>%s</script>\">",
          "[[${T(java.lang.Runtime).getRuntime()}]]<script>%s</script>",
          "${%s}__${%s}__::.x",
          "{{constructor.constructor('%s')()}}",
          "<div hx-on:load=\"%s\" hx-get=\"/search\" hx-trigger=\"load\">",
          "<div hx-get=\"javascript:%s\" hx-trigger=load></div>",
          "<div data-hx-on-htmx-load=\"%s\"></div>",
          "<p th:utext=\"%s\" onclick=%s>x");

  private static List<String> vectors() {
    List<String> vectors = new ArrayList<>();
    for (String form : FORMS) {
      vectors.add(form.replace("%s", CALL));
      // the same as it looks once somebody has unescaped it a step too early
      vectors.add(form.replace("%s", CALL).replace("<", "&lt;").replace("\"", "&quot;"));
    }
    return vectors;
  }

  @Test
  void noSmuggledScriptRuns(@TempDir Path folder) throws Exception {
    Screen.assumeThere();
    List<String> vectors = vectors();
    assertThat(vectors).hasSizeGreaterThanOrEqualTo(100);
    try (WebHouse house = new WebHouse(folder);
        Screen screen = new Screen()) {
      plant(house, vectors);
      Person head = new Person(house.person(Role.HEADTEACHER).email());
      List<String> stolen = new ArrayList<>();
      aScriptThatRunsIsNoticed(screen);
      for (boolean withoutPolicy : List.of(false, true)) {
        try (BrowserContext context = screen.context(1280, false, withoutPolicy)) {
          context.exposeFunction("stolen", arguments -> stolen.add("stolen"));
          Page page = context.newPage();
          page.onDialog(dialog -> stolen.add("dialog"));
          Screen.signIn(page, house, head.email());
          for (String path : paths(vectors)) {
            page.navigate(house.url(path));
            page.mouse().move(200, 300);
            if (!stolen.isEmpty()) {
              break;
            }
          }
        }
        assertThat(stolen).as(withoutPolicy ? "without the policy" : "with it").isEmpty();
      }
    }
  }

  private static void aScriptThatRunsIsNoticed(Screen screen) {
    List<String> noticed = new ArrayList<>();
    try (BrowserContext context = screen.context(1280, false, false)) {
      context.exposeFunction("stolen", arguments -> noticed.add("stolen"));
      Page page = context.newPage();
      page.setContent("<img src=x onerror=" + CALL + ">");
      page.waitForCondition(() -> !noticed.isEmpty());
    }
  }

  private record Person(String email) {}

  private static void plant(WebHouse house, List<String> vectors) throws IOException {
    Instant when = Instant.parse("2026-03-03T14:05:00Z");
    for (int i = 0; i < vectors.size(); i++) {
      String evil = vectors.get(i);
      for (String text : List.of(evil, evil + " and then edited " + evil)) {
        house.hear(
            house.configuration.current().source("forum").orElseThrow(),
            "thistlewick",
            Heard.of("v" + i, "Thistlewick " + text, Severity.HIGH, Label.DISPARAGING)
                .titled("About " + evil, evil)
                .because(evil),
            when.plusSeconds(i),
            "javascript:" + CALL + "//" + i);
      }
    }
    String all = String.join(" ", vectors);
    Examples.read(house);
    house.database.write(
        transaction -> transaction.sql("UPDATE source_state SET detail = ?").params(all).update());
    house.audit.add(house.person(Role.HEADTEACHER), all, all, all);
    house.tokens.make(house.person(Role.HEADTEACHER), all);
    house.troubles.add(all);
    Path list = house.folder.resolve("config/keywords/names.txt");
    Files.writeString(list, "list: x\nnonsense " + vectors.getFirst() + "\n");
    house.configuration.refresh();
  }

  private static List<String> paths(List<String> vectors) {
    List<String> paths = new ArrayList<>();
    for (int page = 1; page <= 1 + vectors.size() / Asked.SIZE; page++) {
      paths.add("/search?page=" + page);
    }
    // each post's own page, every third time: they differ in the vector alone
    for (int i = 1; i <= vectors.size(); i += 3) {
      paths.add("/mentions/" + i);
    }
    for (int i = 0; i < vectors.size(); i += 4) {
      paths.add("/search?q=" + encoded(vectors.get(i)) + "&label=" + encoded(vectors.get(i)));
    }
    paths.addAll(
        List.of("/sources", "/lists", "/told", "/audit", "/account", "/health", "/counts"));
    return paths;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
