package cn.duban.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI document; the routes describe themselves. */
@Configuration(proxyBeanMethods = false)
class Description {

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info().title("督办 Duban").version("v1")
                        .description("一本台账，一督到底。令牌在“我的账号”里申领，只代表申领人的一个岗位。 / One ledger, followed to the end. A token is issued on the account page and stands for one post of one person.")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components().addSecuritySchemes("token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }
}
