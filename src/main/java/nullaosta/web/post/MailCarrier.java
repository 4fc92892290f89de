package nullaosta.web.post;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import nullaosta.notice.Carrier;
import nullaosta.notice.Letter;
import nullaosta.notice.News;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Letters by SMTP. A message says which case and which step, and where to read on after signing in. */
final class MailCarrier implements Carrier {

    /** Connecting, and each answer; in milliseconds. */
    private static final String PATIENCE = "15000";

    private final Correspondence.Mail mail;
    private final URI publicUrl;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    MailCarrier(Correspondence.Mail mail, URI publicUrl) {
        this.mail = mail;
        this.publicUrl = publicUrl;
        sender.setHost(mail.host());
        sender.setPort(mail.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = sender.getJavaMailProperties();
        for (String part : new String[]{"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.smtp." + part, PATIENCE);
        }
        properties.setProperty("mail.smtp.ssl.enable",
                String.valueOf(mail.security() == Correspondence.Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable",
                String.valueOf(mail.security() == Correspondence.Security.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required",
                String.valueOf(mail.security() == Correspondence.Security.STARTTLS));
        mail.login().ifPresent(login -> {
            properties.setProperty("mail.smtp.auth", "true");
            sender.setUsername(login.user());
            sender.setPassword(login.password());
        });
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Optional<String> reader(News news) {
        return Optional.of(news.to()).filter(mail.addresses()::containsKey);
    }

    @Override
    public void carry(Letter letter, Instant now) throws IOException {
        String address = mail.addresses().get(letter.to());
        if (address == null) {
            throw new IOException("`" + letter.to() + "` has no address any more");
        }
        try {
            MimeMessage message = sender.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(message, false);
            helper.setFrom(mail.from());
            helper.setTo(address);
            helper.setSubject(letter.subject());
            helper.setSentDate(Date.from(now));
            helper.setText(text(letter));
            // RFC 3834: nobody's absence answers it
            message.setHeader("Auto-Submitted", "auto-generated");
            sender.send(message);
        } catch (MessagingException | MailException e) {
            throw new IOException(String.valueOf(e.getMessage()).lines().findFirst().orElse("not taken"), e);
        }
    }

    private String text(Letter letter) {
        return letter.subject() + "\n\n" + publicUrl + "/cases/" + letter.about()
                + "\n\nA message says no more than that. What the case says is read there, after signing in.\n";
    }
}
