//! Ways to reach a person: what is printed, where it leads, and the icon before it.

use url::Url;

/// A network of people, in which a user name is enough to find one.
#[derive(Debug)]
pub struct Network {
    /// The key in `contact`.
    pub key: &'static str,
    /// What it calls itself, to print where no icon says it.
    pub label: &'static str,
    /// The icon's name, a file of the theme library.
    pub icon: &'static str,
    /// Where a user is found, with `{}` for the user name; none where there is no such page.
    pub url: Option<&'static str>,
}

/// The known networks, in the order of the manual.
pub const NETWORKS: &[Network] = &[
    network("github", "GitHub", "github", "https://github.com/{}"),
    network("gitlab", "GitLab", "gitlab", "https://gitlab.com/{}"),
    network("bitbucket", "Bitbucket", "bitbucket", "https://bitbucket.org/{}"),
    network("codeberg", "Codeberg", "codeberg", "https://codeberg.org/{}"),
    network("sourcehut", "SourceHut", "code", "https://sr.ht/~{}"),
    network("linkedin", "LinkedIn", "linkedin-in", "https://www.linkedin.com/in/{}"),
    network("xing", "XING", "xing", "https://www.xing.com/profile/{}"),
    network("x", "X", "x-twitter", "https://x.com/{}"),
    network("twitter", "Twitter", "twitter", "https://twitter.com/{}"),
    network("bluesky", "Bluesky", "bluesky", "https://bsky.app/profile/{}"),
    network("mastodon", "Mastodon", "mastodon", "https://{host}/@{}"),
    network("threads", "Threads", "threads", "https://www.threads.net/@{}"),
    network(
        "stack-overflow",
        "Stack Overflow",
        "stack-overflow",
        "https://stackoverflow.com/users/{}",
    ),
    network(
        "stack-exchange",
        "Stack Exchange",
        "stack-exchange",
        "https://stackexchange.com/users/{}",
    ),
    network(
        "hacker-news",
        "Hacker News",
        "hacker-news",
        "https://news.ycombinator.com/user?id={}",
    ),
    network("reddit", "Reddit", "reddit", "https://www.reddit.com/user/{}"),
    network("medium", "Medium", "medium", "https://medium.com/@{}"),
    network("dev", "DEV", "dev", "https://dev.to/{}"),
    network("youtube", "YouTube", "youtube", "https://www.youtube.com/@{}"),
    network("instagram", "Instagram", "instagram", "https://www.instagram.com/{}"),
    network("facebook", "Facebook", "facebook-f", "https://www.facebook.com/{}"),
    network("tiktok", "TikTok", "tiktok", "https://www.tiktok.com/@{}"),
    network("telegram", "Telegram", "telegram", "https://t.me/{}"),
    nowhere("signal", "Signal", "signal-messenger"),
    network("whatsapp", "WhatsApp", "whatsapp", "https://wa.me/{}"),
    nowhere("discord", "Discord", "discord"),
    network("matrix", "Matrix", "matrix", "https://matrix.to/#/{}"),
    network("line", "LINE", "line", "https://line.me/ti/p/~{}"),
    nowhere("wechat", "WeChat", "weixin"),
    network("keybase", "Keybase", "keybase", "https://keybase.io/{}"),
    network("orcid", "ORCID", "orcid", "https://orcid.org/{}"),
    network(
        "google-scholar",
        "Google Scholar",
        "google-scholar",
        "https://scholar.google.com/citations?user={}",
    ),
    network(
        "researchgate",
        "ResearchGate",
        "researchgate",
        "https://www.researchgate.net/profile/{}",
    ),
    network("kaggle", "Kaggle", "kaggle", "https://www.kaggle.com/{}"),
    network("hugging-face", "Hugging Face", "hugging-face", "https://huggingface.co/{}"),
    network("leetcode", "LeetCode", "leetcode", "https://leetcode.com/u/{}"),
    network("codepen", "CodePen", "codepen", "https://codepen.io/{}"),
    network("npm", "npm", "npm", "https://www.npmjs.com/~{}"),
    network("pypi", "PyPI", "python", "https://pypi.org/user/{}"),
    network("crates", "crates.io", "rust", "https://crates.io/users/{}"),
    network("dribbble", "Dribbble", "dribbble", "https://dribbble.com/{}"),
    network("behance", "Behance", "behance", "https://www.behance.net/{}"),
    network(
        "goodreads",
        "Goodreads",
        "goodreads",
        "https://www.goodreads.com/user/show/{}",
    ),
];

const fn network(
    key: &'static str,
    label: &'static str,
    icon: &'static str,
    url: &'static str,
) -> Network {
    Network { key, label, icon, url: Some(url) }
}

const fn nowhere(key: &'static str, label: &'static str, icon: &'static str) -> Network {
    Network { key, label, icon, url: None }
}

/// What is printed for a way to reach a person, and where it leads.
#[derive(Debug, PartialEq, Eq)]
pub struct Reach {
    /// What is printed.
    pub text: String,
    /// Where it leads, if it does.
    pub url: Option<String>,
}

/// Finds a network by its key.
pub fn find(key: &str) -> Option<&'static Network> {
    NETWORKS.iter().find(|network| network.key == key)
}

/// The icon of a kind of contact; of `other`, one that its label asks for.
pub fn icon(kind: &str, label: Option<&str>) -> Option<&'static str> {
    match kind {
        "location" => Some("location-dot"),
        "email" => Some("envelope"),
        "phone" => Some("phone"),
        "website" => Some("globe"),
        "birth" => Some("cake-candles"),
        "nationality" => Some("flag"),
        "gender" => Some("user"),
        "other" => match label.unwrap_or_default().to_lowercase().as_str() {
            "pgp" | "gpg" | "openpgp" | "key" | "ssh" => Some("key"),
            "mobile" | "cell" => Some("mobile-screen"),
            "born" | "birthday" | "date of birth" => Some("cake-candles"),
            "nationality" | "citizenship" => Some("flag"),
            "rss" | "feed" => Some("rss"),
            _ => None,
        },
        _ => find(kind).map(|network| network.icon),
    }
}

/// Finds out what to print and where it leads, from what stands under a key of `contact`.
///
/// What is no address, number or user name is printed as text and leads nowhere.
pub fn reach(kind: &str, written: &str) -> Reach {
    let written = written.trim();
    let plain = Reach { text: written.into(), url: None };
    match kind {
        "email" => Reach { url: mail(written), ..plain },
        "phone" => Reach { url: telephone(written), ..plain },
        "website" => website(written).unwrap_or(plain),
        _ => find(kind).and_then(|network| member(network, written)).unwrap_or(plain),
    }
}

/// An address without its scheme, as it is printed.
pub fn without_scheme(address: &str) -> &str {
    let bare = ["https://", "http://", "mailto:", "tel:"];
    let bare =
        bare.iter().find_map(|scheme| address.strip_prefix(scheme)).unwrap_or(address);
    bare.strip_suffix('/').filter(|it| !it.contains('/')).unwrap_or(bare)
}

/// The link of an e-mail address; of words that only look like one, none.
fn mail(written: &str) -> Option<String> {
    let (name, host) = written.split_once('@')?;
    let word = |text: &str| {
        let odd = |it: char| {
            it.is_whitespace() || it.is_control() || "@<>()[],;:\"\\?&%#".contains(it)
        };
        !text.is_empty() && !text.contains(odd)
    };
    let host_ok = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
    if !word(name) || !word(host) || !host_ok {
        return None;
    }
    Url::parse(&format!("mailto:{written}")).ok().map(String::from)
}

/// The link of a telephone number: its digits, without a trunk zero in parentheses.
fn telephone(written: &str) -> Option<String> {
    let number = written.replace("(0)", "");
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let known = |it: char| it.is_ascii_digit() || " \u{A0}\u{202F}+-–.()/".contains(it);
    let plus = if number.trim_start().starts_with('+') { "+" } else { "" };
    let fits = (3..=15).contains(&digits.len());
    (fits && number.chars().all(known)).then(|| format!("tel:{plus}{digits}"))
}

/// A page on the web, printed without its scheme.
fn website(written: &str) -> Option<Reach> {
    let url = page(written)?;
    Some(Reach { text: without_scheme(written).into(), url: Some(url) })
}

/// The address of a page, if a text is one; a missing scheme is `https`.
fn page(written: &str) -> Option<String> {
    let lower = written.to_ascii_lowercase();
    let whole = match lower.starts_with("https://") || lower.starts_with("http://") {
        true => written.to_owned(),
        false => format!("https://{written}"),
    };
    let host = whole.split_once("//")?.1.split(['/', '?', '#']).next()?;
    let odd = written.contains(|it: char| it.is_whitespace() || it.is_control());
    // A colon before the first slash would be another scheme, an `@` a user's name.
    if odd || !host.contains('.') || host.contains('@') || whole.len() > 2048 {
        return None;
    }
    let port = host.split_once(':').is_none_or(|(_, port)| port.parse::<u16>().is_ok());
    let followed = Url::parse(&whole).ok().filter(|_| port)?;
    // The address as written, unless it needs escapes.
    let ascii = whole.chars().all(|it| it.is_ascii_graphic());
    Some(if ascii { whole } else { followed.into() })
}

/// A member of a network, by user name or by address.
fn member(network: &Network, written: &str) -> Option<Reach> {
    let pattern = network.url?;
    if network.key == "mastodon" && !written.contains("://") {
        let (user, host) =
            written.strip_prefix('@').unwrap_or(written).split_once('@')?;
        let url = pattern.replace("{host}", host).replace("{}", user);
        return page(&url).map(|url| Reach { text: written.into(), url: Some(url) });
    }
    let prefix = pattern.split("{}").next().unwrap_or_default();
    let bare = |address: &str| {
        let address = ["https://", "http://", "www."]
            .into_iter()
            .fold(address, |rest, start| rest.strip_prefix(start).unwrap_or(rest));
        address.to_owned()
    };
    let (own, here) = (bare(prefix), bare(written));
    let host = own.split('/').next().unwrap_or_default();
    if let Some(user) = here.strip_prefix(&own).filter(|_| network.key != "mastodon") {
        let user = user.trim_end_matches('/').to_owned();
        return page(written).map(|url| Reach { text: user, url: Some(url) });
    }
    if written.contains("://") || (here.contains('/') && here.starts_with(host)) {
        return page(written).map(|url| Reach { text: here, url: Some(url) });
    }
    let user = match network.key {
        "matrix" => written.to_owned(),
        "whatsapp" => telephone(written)?.replace("tel:", "").replace('+', ""),
        _ => written.trim_start_matches(['@', '~']).to_owned(),
    };
    let odd = |it: char| {
        it.is_whitespace() || it.is_control() || "<>\"\\?#&%{}|^`".contains(it)
    };
    if user.is_empty() || user.contains(odd) {
        return None;
    }
    let url = Url::parse(&pattern.replace("{}", &user)).ok()?;
    Some(Reach { text: written.into(), url: Some(url.into()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: &str, written: &str, text: &str, url: &str) {
        let expected = Some(url.to_owned()).filter(|url| !url.is_empty());
        assert_eq!(reach(kind, written), Reach { text: text.into(), url: expected });
    }

    #[test]
    fn mail_leads_to_an_address_and_words_to_nowhere() {
        check("email", "a@b.example", "a@b.example", "mailto:a@b.example");
        check("email", "alfred at example dot org", "alfred at example dot org", "");
        check("email", "a@b", "a@b", "");
        check("email", "a@b.example?bcc=c@d.example", "a@b.example?bcc=c@d.example", "");
    }

    #[test]
    fn a_number_leads_to_its_digits() {
        check("phone", "+33 6 12 34 56 78", "+33 6 12 34 56 78", "tel:+33612345678");
        check("phone", "+44 (0)20 7946 0000", "+44 (0)20 7946 0000", "tel:+442079460000");
        check("phone", "ask my mother", "ask my mother", "");
        check("phone", "022-555-0142", "022-555-0142", "tel:0225550142");
    }

    #[test]
    fn a_page_is_printed_without_its_scheme() {
        check("website", "https://a.example/", "a.example", "https://a.example/");
        check("website", "a.example/b/", "a.example/b/", "https://a.example/b/");
        check("website", "javascript:alert(1)", "javascript:alert(1)", "");
        check("website", "on request", "on request", "");
        check("website", "https://user@a.example", "https://user@a.example", "");
    }

    #[test]
    fn a_member_is_found_by_name_and_by_address() {
        check("github", "alicen", "alicen", "https://github.com/alicen");
        check("github", "@alicen", "@alicen", "https://github.com/alicen");
        check(
            "github",
            "https://github.com/alicen",
            "alicen",
            "https://github.com/alicen",
        );
        check("github", "github.com/alicen/", "alicen", "https://github.com/alicen/");
        check("linkedin", "linkedin.com/in/a-b", "a-b", "https://linkedin.com/in/a-b");
        let mastodon = "https://social.example/@alice";
        check("mastodon", "@alice@social.example", "@alice@social.example", mastodon);
        check("mastodon", mastodon, "social.example/@alice", mastodon);
        check(
            "matrix",
            "@a:b.example",
            "@a:b.example",
            "https://matrix.to/#/@a:b.example",
        );
        check("discord", "alice", "alice", "");
        check(
            "whatsapp",
            "+33 6 12 34 56 78",
            "+33 6 12 34 56 78",
            "https://wa.me/33612345678",
        );
        check("github", "two words", "two words", "");
    }

    #[test]
    fn every_network_has_an_address_that_parses() {
        for network in NETWORKS {
            let number = network.key == "whatsapp";
            let user = if number { "+33 6 12 34 56 78" } else { "@user@host.example" };
            let found = reach(network.key, user);
            assert_eq!(network.url.is_some(), found.url.is_some(), "{}", network.key);
        }
    }
}
