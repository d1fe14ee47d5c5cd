package earshot.source.page.facts;

import earshot.source.page.dom.Meta;
import earshot.source.page.dom.Structured;
import earshot.source.page.dom.Thing;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a page states about itself for machines.
 *
 * @param article the thing that the page is about, if it says so
 */
public record Stated(
    Document page, URI address, Meta meta, List<Thing> things, @Nullable Thing article) {
  private static final Set<String> ARTICLES =
      Set.of(
          "NewsArticle",
          "Article",
          "BlogPosting",
          "ReportageNewsArticle",
          "OpinionNewsArticle",
          "AnalysisNewsArticle",
          "BackgroundNewsArticle",
          "LiveBlogPosting",
          "TechArticle",
          "ScholarlyArticle",
          "AdvertiserContentArticle",
          "Report",
          "MedicalWebPage",
          "Recipe",
          "SatiricalArticle",
          "ReviewNewsArticle",
          "DiscussionForumPosting",
          "SocialMediaPosting",
          "QAPage",
          "Question");
  private static final Set<String> PAGES =
      Set.of("WebPage", "ItemPage", "AboutPage", "FAQPage", "VideoObject", "Event", "JobPosting");

  public static Stated of(Document page, URI address) {
    List<Thing> things = Structured.of(page);
    Thing article = first(things, ARTICLES, page);
    return new Stated(page, address, new Meta(page), things, article);
  }

  private static @Nullable Thing first(List<Thing> things, Set<String> types, Document page) {
    Thing best = null;
    String title = page.title();
    for (Thing thing : things) {
      if (thing.is(types)) {
        String headline = thing.text("headline", "name");
        boolean named = !headline.isEmpty() && title.contains(headline);
        if (named) {
          return thing;
        }
        best = best == null ? thing : best;
      }
    }
    return best;
  }

  /** The page itself as a thing, where no article is stated. */
  @Nullable Thing webPage() {
    return first(things, PAGES, page);
  }

  /** Whether it says that it is an article. */
  public boolean saysArticle() {
    return article != null || meta.first("og:type").equalsIgnoreCase("article");
  }

  /** The main text as the page states it, "" when it does not. */
  public String articleBody() {
    return article == null ? "" : article.text("articleBody");
  }

  String siteName() {
    String name = meta.first("og:site_name", "application-name", "al:android:app_name");
    if (!name.isEmpty() || article == null) {
      return name;
    }
    return article.names("publisher");
  }
}
