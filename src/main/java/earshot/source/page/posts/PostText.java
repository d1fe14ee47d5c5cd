package earshot.source.page.posts;

import earshot.source.page.dom.Html;
import earshot.source.page.dom.Plain;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The words of one post: not the earlier posts it quotes, not its author's signature. */
final class PostText {
  private static final String LEFT_OUT =
      "blockquote.bbCodeBlock, div.bbCodeBlock--quote, .bbCodeBlock, .bbcode_container:has(.quote_container), .bbcode_quote,"
          + " blockquote.quotecontent, blockquote.bbc_standard_quote, .quoteheader, .quotefooter, aside.quote, .quotetitle,"
          + " blockquote.ipsQuote, blockquote.mycode_quote, div.quotetop, div.quotemain, table.quote, table:has(> tbody > tr > td.quote), div:has(> div.smallfont:containsOwn(Quote:)), div.quote, .QuoteAuthor,"
          + " blockquote.UserQuote, .quoted-message, .quote-container, .signature, .sig, .message-signature, .postsignature,"
          + " .post-signature-text, [id~=^sig\\d+$], .lastEditInfo, .message-lastEdit, .post-notices, .attachbox, .notice,"
          + " form, .comment-author, .comment-meta, .commentmetadata, .comment-metadata, .reply, .comment-reply-link, .js-post-menu, .likes, .reactionsBar, .comment-respond, .awaiting-moderation,"
          + " .bbCodeBlock-expandLink, .says";
  private static final Pattern WROTE =
      Pattern.compile(
          "(?:wrote|said|posted|originally posted by|schrieb|a écrit|quote from|quoting)\\b",
          Pattern.CASE_INSENSITIVE);

  /** The line that mail and phpBB put before a signature. */
  private static final Pattern SIGNATURE = Pattern.compile("\\n(?:-- ?|_{5,})\\n");

  private static final int QUOTED = 40;

  private PostText() {}

  /**
   * @param inner posts nested below this one, whose words are their own
   * @param earlier the text of the posts before it
   */
  static String of(Element body, Set<Element> inner, CharSequence earlier) {
    Set<Element> without = Collections.newSetFromMap(new IdentityHashMap<>());
    without.addAll(body.select(LEFT_OUT));
    without.remove(body);
    for (Element quote : body.getElementsByTag("blockquote")) {
      if (quotes(quote, earlier)) {
        without.add(quote);
      }
    }
    String text =
        Plain.of(body, each -> each != body && (without.contains(each) || inner.contains(each)));
    Matcher signature = SIGNATURE.matcher(text);
    return signature.find() ? text.substring(0, signature.start()).strip() : text;
  }

  private static boolean quotes(Element quote, CharSequence earlier) {
    String marks = Html.marks(quote);
    String text = quote.text();
    Matcher wrote = WROTE.matcher(text.length() > 120 ? text.substring(0, 120) : text);
    if (marks.contains("quote") || wrote.find()) {
      return true;
    }
    Element cite = quote.selectFirst("cite");
    if (cite != null && WROTE.matcher(cite.text()).find()) {
      return true;
    }
    String words = Plain.ofHtml(quote);
    String start = words.length() > QUOTED ? words.substring(0, QUOTED) : words;
    return start.length() > 10 && earlier.toString().contains(start);
  }
}
