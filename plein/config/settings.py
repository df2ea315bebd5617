"""Django settings. What differs per installation comes from `environment.py`."""

import base64

from plein.config.environment import ROOT, VAR, database, embedded_url, env, production
from plein.config.environment import read_own_secrets as _read_own_secrets
from plein.gateways.push.vapid import key_from

PRODUCTION = production()
if not PRODUCTION:
    _read_own_secrets()

SECRET_KEY = env.str("SECRET_KEY")
MASTER_KEY = base64.b64decode(env.str("PLEIN_MASTER_KEY"))
OLD_MASTER_KEYS = [base64.b64decode(key) for key in env.list("PLEIN_MASTER_KEY_OLD", default=[])]
DEMO = env.bool("PLEIN_DEMO", default=not PRODUCTION)
DEBUG = env.bool("PLEIN_DEBUG", default=False)
HTTPS = env.bool("PLEIN_HTTPS", default=PRODUCTION)
VAR_FOLDER = VAR
PORT = env.int("PORT", default=8000)
BASE_HOST = env.str("PLEIN_BASE_HOST", default="localhost")
# Stands before the host of a municipality; papers of residents open there, away from the pages.
DOCUMENT_HOST = env.str("PLEIN_DOCUMENT_HOST", default="documenten.")
# Which hosts exist is data: `TenantMiddleware` answers an unknown host with a plain page.
ALLOWED_HOSTS = ["*"]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "plein.web",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "plein.audit",
    "plein.tenants",
    "plein.identity",
    "plein.documents",
    "plein.metering",
    "plein.delivery",
    "plein.ledger",
    "plein.vault",
    "plein.bylaws",
    "plein.inbox",
    "plein.appointments",
    "plein.offers",
    "plein.cases",
    "plein.intake",
    "plein.authoring",
    "plein.assisted",
    "plein.casestores",
    "plein.webshop",
    "plein.payments",
    "plein.content",
    "plein.policy",
    "plein.proactive",
    "plein.starting",
    "plein.jobs",
    "plein.demo",
    "plein.launch",
]

MIDDLEWARE = [
    "plein.web.middleware.SecurityHeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "plein.web.middleware.ClockMiddleware",
    "plein.web.middleware.TenantMiddleware",
    "plein.web.middleware.DoorMiddleware",
    "plein.web.languages.LanguageMiddleware",
    "plein.web.sessions.DoorSessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "plein.web.sessions.SessionTermsMiddleware",
    "plein.web.person.PersonMiddleware",
    "plein.web.policies.PolicyMiddleware",
]

ROOT_URLCONF = "plein.web.public.urls"
WSGI_APPLICATION = "plein.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "plein.web.context.shell",
            ],
        },
    },
]
FORM_RENDERER = "plein.web.forms.FormRenderer"

# The application connects as a role that cannot pass the tenant wall, nor change schema or logs.
# Only `migrate` runs as the owner of the tables: the same command with the owner's DATABASE_URL.
DATABASES = {"default": database(env.str("DATABASE_URL", default=embedded_url("plein_app")))}
APP_ROLE = env.str("PLEIN_APP_ROLE", default="plein_app")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "plein_cache"}
}
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default", "mail", "bronnen"],
    }
}

# Sessions hold the names of a household while its login lasts, so they are sealed at rest.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_SERIALIZER = "plein.web.sessions.SealedSerializer"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"  # the answer of DigiD comes from another site
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "plein_csrf"
CSRF_FAILURE_VIEW = "plein.web.errors.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

AUTH_USER_MODEL = "identity.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "name"]},
    },
]
PASSWORD_RESET_TIMEOUT = 60 * 60  # seconds; the mail and the page say: 1 hour
ACCOUNT_ADAPTER = "plein.web.work.adapter.WorkAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # people of work are invited, they do not sign up
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a change of password or factor is told (ASVS 5.0 6.3.7)
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_FORMS = {
    "login": "plein.web.work.forms.WorkLoginForm",
    "reauthenticate": "plein.web.work.forms.ConfirmByPasswordForm",
    "change_password": "plein.web.work.forms_password.WorkChangePasswordForm",
    "reset_password": "plein.web.work.forms_password.ForgottenPasswordForm",
    "reset_password_from_key": "plein.web.work.forms_password.NewPasswordForm",
}
MFA_ADAPTER = "plein.web.work.adapter.WorkMfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = False
MFA_ALLOW_UNVERIFIED_EMAIL = True  # the municipality gave the address; nobody signs up
MFA_TOTP_ISSUER = "Plein"
MFA_TOTP_TOLERANCE = (
    1  # one step of 30 seconds, for phones that run a little fast or slow (RFC 6238)
)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_FORMS = {
    "authenticate": "plein.web.work.forms.SecondFactorForm",
    "activate_totp": "plein.web.work.forms.ActivateCodeForm",
    "reauthenticate": "plein.web.work.forms.ConfirmByCodeForm",
    "add_webauthn": "plein.web.work.forms_passkey.AddPasskeyForm",
    "authenticate_webauthn": "plein.web.work.forms_passkey.ShowPasskeyForm",
    "reauthenticate_webauthn": "plein.web.work.forms_passkey.ConfirmByPasskeyForm",
    "edit_webauthn": "plein.web.work.forms_passkey.RenamePasskeyForm",
}

LANGUAGE_CODE = "nl"
# Residents choose; each language calls itself by its own name. All others work in Dutch.
LANGUAGES = [("nl", "Nederlands"), ("en", "English"), ("ar", "العربية"), ("uk", "Українська")]
LANGUAGE_COOKIE_NAME = "__Host-taal" if HTTPS else "plein_taal"
LOCALE_PATHS = [ROOT / "plein" / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "static"]
MEDIA_ROOT = env.str("PLEIN_MEDIA", default=str(VAR / "media"))
MEDIA_URL = "/media/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Sealed before they get here. S3 or another: its class, and its options as JSON.
    "documents": {
        "BACKEND": env.str(
            "PLEIN_DOCUMENTS_STORAGE", default="django.core.files.storage.FileSystemStorage"
        ),
        "OPTIONS": env.json(
            "PLEIN_DOCUMENTS_OPTIONS",
            default={
                "location": env.str("PLEIN_DOCUMENTS", default=str(VAR / "documents")),
                "file_permissions_mode": 0o600,
            },
        ),
    },
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTION
TARIFF = env.str("PLEIN_TARIFF", default="")  # a file of prices; empty: the example
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024

EMAIL_BACKEND = env.str(
    "EMAIL_BACKEND",
    default="django.core.mail.backends.smtp.EmailBackend"
    if PRODUCTION
    else "plein.gateways.mail.simulator.SimulatedMail",
)
_SMTP = env.email("EMAIL_URL", default="smtp://localhost:25")
EMAIL_HOST, EMAIL_PORT = _SMTP["EMAIL_HOST"], _SMTP["EMAIL_PORT"]
EMAIL_HOST_USER = _SMTP["EMAIL_HOST_USER"] or ""
EMAIL_HOST_PASSWORD = _SMTP["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS, EMAIL_USE_SSL = "EMAIL_USE_TLS" in _SMTP, "EMAIL_USE_SSL" in _SMTP
EMAIL_TIMEOUT = 20  # seconds; then the mail is tried again later
EMAIL_FILE_PATH = env.str("PLEIN_MAIL", default=str(VAR / "mail"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="plein@plein.example")

# Web Push: without a key no telephone gets a word; outside production it follows from SECRET_KEY.
# Only these services are called: those of the browsers. A dot in front stands for all below it.
VAPID_KEY = env.str("PLEIN_VAPID_KEY", default="" if PRODUCTION else key_from(SECRET_KEY))
PUSH_SERVICES = env.list(
    "PLEIN_PUSH_SERVICES",
    default=[
        "fcm.googleapis.com",
        "updates.push.services.mozilla.com",
        ".push.apple.com",
        ".notify.windows.com",
    ],
)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],  # the tick and arrow pictures of NL Design System
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

# Behind the front door of `make run`: the pages, and what keeps open pages fresh.
PAGES_PORT = env.int("PLEIN_PAGES_PORT", default=PORT + 4)
LIVE_PORT = env.int("PLEIN_LIVE_PORT", default=PORT + 5)

DIGID_SIMULATOR_PORT = env.int("PLEIN_DIGID_PORT", default=PORT + 1)
DIGID_SIMULATOR_ISSUER = env.str(
    "PLEIN_DIGID_ISSUER", default=f"http://{BASE_HOST}:{DIGID_SIMULATOR_PORT}"
)

DIGID_SIMULATOR_CLIENTS = env.str("PLEIN_DIGID_CLIENTS", default=str(VAR / "digid-clients.json"))

# Where each source of the vault begins. Without a setting of its own it is the simulator: an
# address in PLEIN_BRP_URL (PLEIN_SUWINET_URL ...) connects the real one.
SOURCES_SIMULATOR_PORT = env.int("PLEIN_SOURCES_PORT", default=PORT + 2)
SOURCES_URL = env.str("PLEIN_SOURCES_URL", default=f"http://localhost:{SOURCES_SIMULATOR_PORT}")
SOURCES = {
    name: env.str(f"PLEIN_{name.upper()}_URL", default=f"{SOURCES_URL}/{folder}")
    for name, folder in {
        "brp": "brp",
        "bewoning": "brp",
        "suwinet": "suwinet",
        "vorderingen": "vorderingen",
        "inkomen": "inkomen",
    }.items()
}
# Where addresses are: the Locatieserver of PDOK, in the demo its simulator. Empty: nobody is asked.
LOCATIESERVER_URL = env.str(
    "PLEIN_LOCATIESERVER_URL",
    default=f"{SOURCES_URL}/locatieserver/search/v3_1" if DEMO else "",
)
# The payment provider for the own share of residents; in the demo its simulator.
CHECKOUT_URL = env.str("PLEIN_CHECKOUT_URL", default=f"{SOURCES_URL}/checkout/v1")
CHECKOUT_KEY = env.str("PLEIN_CHECKOUT_KEY", default="een-sleutel-voor-de-demo" if DEMO else "")
# A wallet of the resident: in the demo a simulator, that also issues the PIDs in it.
WALLET_SIMULATOR_PORT = env.int("PLEIN_WALLET_PORT", default=PORT + 3)
WALLET_PID_ISSUER = env.str(
    "PLEIN_WALLET_PID_ISSUER",
    default=f"http://{BASE_HOST}:{WALLET_SIMULATOR_PORT}" if DEMO else "",
)
WALLET_URL = env.str("PLEIN_WALLET_URL", default=f"{WALLET_PID_ISSUER}/authorize" if DEMO else "")
# The scanner for viruses: host:port, or the path of its socket. In the demo a simulator.
CLAMAV_SIMULATOR_PORT = env.int("PLEIN_CLAMAV_PORT", default=PORT + 6)
CLAMAV = env.str("PLEIN_CLAMAV", default=f"127.0.0.1:{CLAMAV_SIMULATOR_PORT}" if DEMO else "")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("PLEIN_LOG_LEVEL", default="WARNING")},
}
