package earshot.web;

import earshot.config.Settings;
import earshot.web.door.Door;
import earshot.web.door.OpenSessions;
import earshot.web.door.SafeErrorValve;
import earshot.web.people.ApiTokens;
import earshot.web.people.Audit;
import earshot.web.people.Links;
import earshot.web.people.People;
import earshot.web.people.Tries;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.actuate.web.ServletManagementContextAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The pages' table of contents: what Spring brings and what is ours, named one by one. A scan for
 * them would read every class of the room at each start.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  Door.class,
  AccountPage.class,
  AuditPage.class,
  Beside.class,
  CountsPage.class,
  DemoMailPage.class,
  ErrorPage.class,
  FindingsSeen.class,
  Health.class,
  HealthPage.class,
  HouseHealth.class,
  ListsPage.class,
  MentionFacts.class,
  MentionPage.class,
  OneTimeLinks.class,
  OriginalPage.class,
  PageFacts.class,
  PeoplePage.class,
  SayRight.class,
  SearchApi.class,
  SearchPage.class,
  Searching.class,
  SetState.class,
  SignInPage.class,
  SourcesPage.class,
  ToldPage.class,
  VerdictPage.class,
  VerdictsSaid.class,
  WithdrawVerdict.class
})
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  ThymeleafAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class,
  EndpointAutoConfiguration.class,
  WebEndpointAutoConfiguration.class,
  HealthContributorRegistryAutoConfiguration.class,
  HealthEndpointAutoConfiguration.class,
  ManagementContextAutoConfiguration.class,
  ServletManagementContextAutoConfiguration.class
})
class WebApplication implements WebMvcConfigurer {
  private static final String HTMX = "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/";

  @Bean
  People people(WebParts parts) {
    return new People(parts.database(), parts.clock());
  }

  @Bean
  Links links(WebParts parts, People people) {
    return new Links(parts.database(), people, parts.clock());
  }

  @Bean
  ApiTokens tokens(WebParts parts, People people) {
    return new ApiTokens(parts.database(), people, parts.clock());
  }

  @Bean
  Audit audit(WebParts parts) {
    return new Audit(parts.database(), parts.clock());
  }

  @Bean
  Tries tries(WebParts parts) {
    return new Tries(parts.clock());
  }

  @Bean
  OpenSessions openSessions(WebParts parts) {
    return new OpenSessions(parts.clock());
  }

  @Bean
  ErrorPageRegistrar errorPages() {
    return registry ->
        registry.addErrorPages(new org.springframework.boot.web.error.ErrorPage("/error"));
  }

  /** Errors that Tomcat answers by itself carry our headers and none of its words. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainTomcat(Settings.Web web) {
    return tomcat ->
        tomcat.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(SafeErrorValve.class.getName());
              }
            });
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler("/static/**").addResourceLocations("classpath:/static/", HTMX);
  }
}
