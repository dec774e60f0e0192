package cn.duban.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.NewPost;
import cn.duban.units.People;
import cn.duban.units.Posts;
import cn.duban.units.Tenants;
import cn.duban.web.Viewer;
import jakarta.servlet.http.Cookie;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A small government of its own for each test: an administrator, and a clerk who holds two posts. */
record AccessFixture(int tenant, int administrator, int clerk, int registry, int handler, String name) {

    static final String PASSWORD = "three quiet lamps";
    private static final AtomicInteger COUNT = new AtomicInteger();

    static AccessFixture found(Tenants tenants, Directories directories, Posts posts, People people, Accounts accounts) {
        var name = "试点" + COUNT.incrementAndGet();
        var founded = tenants.add(new Tenants.Founding(name + "市人民政府", "370000", "", "梅管理"));
        var tenant = founded.tenant();
        var author = new Author(tenant, founded.person());
        var today = directories.of(tenant).today();
        int registry = posts.open(author, new NewPost(founded.unit(), "收发", false, Set.of(Viewer.Duty.REGISTRY)), today, "");
        int handler = posts.open(author, new NewPost(founded.unit(), "承办", false, Set.of(Viewer.Duty.HANDLE)), today, "");
        int clerk = people.enter(author, "兰文书", "", today);
        people.take(author, clerk, registry, today, "");
        people.take(author, clerk, handler, today, "");
        accounts.create(tenant, founded.person(), "admin" + tenant, PASSWORD);
        accounts.create(tenant, clerk, "clerk" + tenant, PASSWORD);
        return new AccessFixture(tenant, founded.person(), clerk, registry, handler, name);
    }

    String adminLogin() {
        return "admin" + tenant;
    }

    String clerkLogin() {
        return "clerk" + tenant;
    }

    ResultActions signIn(MockMvc mvc, String login, String password) throws Exception {
        return mvc.perform(post("/access/sign-in").with(csrf())
                .param("tenant", "" + tenant).param("login", login).param("password", password).param("next", "/access/me"));
    }

    /** The session cookie of somebody who signed in through the door. */
    Cookie cookie(MockMvc mvc, String login) throws Exception {
        return signIn(mvc, login, PASSWORD).andReturn().getResponse().getCookie("SESSION");
    }
}
