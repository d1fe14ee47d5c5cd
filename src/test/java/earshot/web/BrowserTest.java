package earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import earshot.school.Role;
import earshot.web.WebParts.DemoMailbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser: for everybody, with and without script, by keyboard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
  private static final String AXE = axe();

  /** Of the page alone: a mail stands in a frame that runs no script, which axe would wait for. */
  private static final String RUN_AXE =
      """
      rules => axe.run({runOnly: {type: 'tag', values: rules}, iframes: false})
        .then(found => found.violations.flatMap(
          rule => rule.nodes.map(node => rule.id + ' ' + node.html)))""";

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private WebHouse house;
  private Screen screen;
  private long edited;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    Screen.assumeThere();
    DemoMailbox mailbox =
        () ->
            List.of(
                new DemoMailbox.Message(
                    1,
                    "Earshot <earshot@thistlewick.example>",
                    "head@thistlewick.example",
                    "[Earshot] 1 urgent post",
                    Instant.parse("2026-03-03T07:00:00Z"),
                    "<!DOCTYPE html><html lang='en'><title>Mail</title><p>Good morning</p></html>",
                    "Good morning"));
    house = new WebHouse(folder, mailbox, "http://localhost:0");
    Examples.hear(house);
    edited = Examples.edited(house);
    house.person(Role.HEADTEACHER);
    house.person(Role.ADMINISTRATOR);
    screen = new Screen();
  }

  @AfterAll
  void stop() {
    if (screen != null) {
      screen.close();
      house.close();
    }
  }

  @Test
  void everyPageIsForEverybody() {
    List<String> faults = new ArrayList<>();
    for (boolean dark : List.of(false, true)) {
      // a phone by day, a desk by night
      BrowserContext context = screen.context(dark ? 1280 : 390, dark, false);
      Page page = context.newPage();
      for (String path : List.of("/sign-in", "/demo/mail", "/demo/mail/1", "/first/none")) {
        examine(page, path, faults);
      }
      Screen.signIn(page, house, "headteacher@thistlewick.example");
      for (String path :
          List.of(
              "/search",
              "/search?q=thistlewick&label=complaint",
              "/search?q=head+OR",
              "/mentions/" + edited,
              "/mentions/4",
              "/mentions/4/verdict",
              "/mentions/" + edited + "/original",
              "/sources",
              "/lists",
              "/told",
              "/counts",
              "/health",
              "/account",
              "/audit",
              "/nothing")) {
        examine(page, path, faults);
      }
      context.clearCookies();
      Screen.signIn(page, house, "administrator@thistlewick.example");
      examine(page, "/people", faults);
      context.close();
    }
    assertThat(faults).isEmpty();
  }

  private void examine(Page page, String path, List<String> faults) {
    page.navigate(house.url(path));
    int wide = (int) page.evaluate("document.documentElement.scrollWidth");
    if (wide > page.viewportSize().width) {
      faults.add(path + " is " + wide + " wide");
    }
    page.evaluate(AXE);
    for (Object fault : (List<?>) page.evaluate(RUN_AXE, RULES)) {
      faults.add(path + " " + fault);
    }
  }

  private static String axe() {
    try (InputStream in =
        Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFacetNarrowsInPlaceAndTheAddressFollows() {
    BrowserContext context = screen.context(1280, false, false);
    Page page = context.newPage();
    List<String> errors = new ArrayList<>();
    page.onPageError(errors::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
    Screen.signIn(page, house, "headteacher@thistlewick.example");
    page.navigate(house.url("/search"));
    page.evaluate("window.sameDocument = true");
    page.click("a:has-text('Complaint or concern')");
    page.waitForURL(url -> url.contains("label=complaint"));
    page.waitForSelector("#results .chosen");
    assertThat(page.textContent("#count")).contains("3 posts");
    assertThat(page.evaluate("window.sameDocument === true")).isEqualTo(true);
    page.goBack();
    page.waitForSelector("#count:has-text('7 posts')");
    assertThat(errors).isEmpty();
    context.close();
  }

  @Test
  void everythingWorksWithoutScript() {
    BrowserContext context =
        screen.browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false));
    Page page = context.newPage();
    Screen.signIn(page, house, "headteacher@thistlewick.example");
    page.fill("#q", "lunches");
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.contains("q=lunches"));
    page.click(".card h3 a");
    page.waitForURL(url -> url.contains("/mentions/"));
    page.click("button:has-text('Seen')");
    page.waitForSelector("button[aria-pressed=true]:has-text('Seen')");
    context.close();
  }

  @Test
  void theKeyboardReachesTheContentFirst() {
    BrowserContext context = screen.context(1280, false, false);
    Page page = context.newPage();
    Screen.signIn(page, house, "headteacher@thistlewick.example");
    page.navigate(house.url("/search"));
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.textContent"))
        .isEqualTo("Skip to the content");
    page.keyboard().press("Enter");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
    context.close();
  }
}
