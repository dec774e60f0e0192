package cn.duban.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

@DubanTest
class SessionsTest {

    @Autowired SessionRepository<? extends Session> sessions;

    @Test
    void letsTwoRequestsOfOnePersonWriteTheSameThingAtOnce() {
        writesTwiceAtOnce(sessions);
    }

    private static <S extends Session> void writesTwiceAtOnce(SessionRepository<S> sessions) {
        var fresh = sessions.createSession();
        sessions.save(fresh);
        var first = sessions.findById(fresh.getId());
        var second = sessions.findById(fresh.getId());
        first.setAttribute("said", "已交办 12 条");
        second.setAttribute("said", "已经交办");
        sessions.save(first);
        sessions.save(second);
        assertThat(sessions.findById(fresh.getId()).<String>getAttribute("said")).isEqualTo("已经交办");
        sessions.deleteById(fresh.getId());
    }
}
