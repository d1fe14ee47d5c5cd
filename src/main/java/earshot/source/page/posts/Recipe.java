package earshot.source.page.posts;

import earshot.source.page.posts.Gathered.Type;
import java.util.List;

/**
 * How one engine writes its posts, as selectors.
 *
 * @param container one post
 * @param author inside it, first match wins; {@code @name} reads an attribute of the container
 * @param date the same
 * @param link the same; an id of the container makes a link where there is none
 * @param body the same; all matches are joined
 */
record Recipe(
    Type type, String container, Selectors author, Selectors date, Selectors link, Selectors body) {

  /** The engines whose markup is known, the surest first. */
  static final List<Recipe> KNOWN =
      List.of(
          // XenForo 2 and 1
          forum(
              "article.message--post, li.message[data-author], li.message[id^=post-], article.message[data-author]",
              "@data-author, .message-name .username, a.username",
              "time.u-dt, time[datetime], abbr.DateTime, span.DateTime",
              ".message-attribution a[href*=post-], a.datePermalink, a.hashPermalink, a[href*=/post-]",
              ".message-body .bbWrapper, .messageText, .bbWrapper"),
          // phpBB 3
          forum(
              "div.post[id~=^p\\d+$], div.post:has(.postbody .content)",
              ".author .username, .author .username-coloured, .postprofile .username, .postprofile .username-coloured, .author strong, .postprofile dt a",
              ".author time[datetime], time[datetime], p.author, .postdate",
              ".author a[href*=#p], h3 a[href*=#p], h2 a[href*=#p], .postbody h3 a",
              ".postbody .content, .content"),
          // phpBB 2: a post is a row of a table
          forum(
              "tr:has(> td span.name):has(span.postbody)",
              "span.name b, span.name",
              "span.postdetails:contains(Posted), span.postdetails",
              "a[href*=#]:has(img), a[href*=p=]",
              "span.postbody"),
          // vBulletin 4 and 3
          forum(
              "li.postbit, li.postbitlegacy, li.postcontainer, div.postcontainer, table[id~=^post\\d+$], div[id~=^post\\d+$]:has([id^=post_message_])",
              ".username strong, a.username, .bigusername, .username",
              ".postdate .date, .postdate, .date, td.thead:matches(\\d{2}-\\d{2}-\\d{4}), td.thead",
              "a.postcounter, a[id^=postcount], a[href*=#post], a[name^=post]",
              ".postcontent, [id^=post_message_]"),
          // Discourse, as served without script
          forum(
              ".crawler-post, div.topic-body.crawler-post, article[id~=^post_\\d+$]",
              "[itemprop=author] [itemprop=name], .creator [itemprop=name], .creator a, .names .username a, .username",
              "time[datetime], .post-date, [itemprop=datePublished]",
              "a[itemprop=url][href*=/t/], a.post-date, .post-time a, .crawler-post-meta a[href*=/t/]",
              ".post[itemprop=text], [itemprop=text], .cooked, .post"),
          // Simple Machines
          forum(
              "div.windowbg:has(.post_wrapper), div.windowbg2:has(.post_wrapper), div.post_wrapper",
              ".poster h4 a, .poster h4",
              ".keyinfo .smalltext, .keyinfo a.smalltext, .keyinfo",
              ".keyinfo h5 a, .keyinfo a[href*=msg]",
              ".post .inner, .inner, .post"),
          // MyBB
          forum(
              "div.post:has(.post_body), table[id~=^post_\\d+$]:has(.post_body)",
              ".author_information .largetext, .author_information a, .post_author a",
              ".post_date, .post_head",
              ".post_head a[href*=pid], a[href*=#pid]",
              ".post_body"),
          // Invision
          forum(
              "article.ipsComment, article[id^=elComment], div.ipsComment",
              ".cAuthorPane_author, .ipsComment_author a, .ipsType_sectionHead, .ipsEntry__username, h3 a",
              "time[datetime]",
              ".ipsComment_meta a[href*=comment], a[href*=findComment], a.ipsType_blendLinks",
              "[data-role=commentContent], .ipsComment_content .ipsType_richText"),
          // Vanilla
          forum(
              "li.ItemComment, div.ItemDiscussion, .ItemDiscussion, .ItemComment",
              ".Author .Username, a.Username, .Username",
              "time[datetime]",
              "a.Permalink, .DateCreated a",
              ".Message"),
          // Stack Exchange
          forum(
              "div.question[data-questionid], div#question, div.answer[data-answerid], div.answer",
              ".post-signature.owner .user-details a, .user-details [itemprop=name], .user-details a",
              "time[itemprop=dateCreated], .user-action-time .relativetime, .relativetime, time[datetime]",
              "a.js-share-link, a.short-link",
              ".js-post-body, .s-prose, .post-text"),
          // Hacker News
          forum("tr.athing.comtr", ".hnuser", ".age", ".age a", ".commtext"),
          // Reddit, old and new
          forum(
              "div.thing.link.self, div.thing.link:has(.usertext-body), div.thing.comment",
              "@data-author, a.author",
              "time[datetime]",
              "@data-permalink, a.bylink, a.comments",
              ".usertext-body .md"),
          forum(
              "shreddit-post, shreddit-comment",
              "@author",
              "@created-timestamp, faceplate-timeago, time[datetime]",
              "@permalink",
              "[slot=text-body], [slot=comment], .md"),
          comments(
              "ol.commentlist > li, li.comment, div.comment[id], article.comment, li.pingback, li.depth-1",
              ".comment-author .fn, cite.fn, .comment-author cite, .comment-author b, .comment-author a, .comment-author, .fn, .author, .commenter, .username",
              ".comment-meta time, .comment-metadata time, time[datetime], .comment-meta, .commentmetadata, .comment-date, .date, .comment-time",
              ".comment-meta a[href*=#comment], .comment-metadata a, a[href*=#comment-], .comment-date a, a[href*=#c]",
              ".comment-content, .comment-text, .comment-body .text, .comment_text, .commenttext, .comment-body, .content, p"),
          // Blogger
          comments(
              "#comments li.comment, #Blog1_comments-block-wrapper dt",
              "cite.user, .user",
              ".datetime a, .datetime",
              ".datetime a",
              "p.comment-content, .comment-content"),
          // Disqus, saved
          comments(
              "li.post[id^=post-]:has(.post-message), div.post:has(.post-message)",
              ".author a, .author, .post-byline .publisher-anchor-color",
              "a.time-ago, .time-ago",
              "a.time-ago",
              ".post-message"));

  private static Recipe forum(
      String container, String author, String date, String link, String body) {
    return recipe(Type.POSTS, container, author, date, link, body);
  }

  private static Recipe comments(
      String container, String author, String date, String link, String body) {
    return recipe(Type.COMMENTS, container, author, date, link, body);
  }

  private static Recipe recipe(Type type, String container, String... places) {
    return new Recipe(
        type,
        container,
        Selectors.of(places[0]),
        Selectors.of(places[1]),
        Selectors.of(places[2]),
        Selectors.of(places[3]));
  }
}
