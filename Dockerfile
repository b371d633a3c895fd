# plainlint in a container:  docker run --rm -v "$PWD:/work" plainlint check docs/
FROM python:3.13-slim AS build
COPY . /source
RUN pip wheel --quiet --no-deps --wheel-dir /wheels /source

FROM python:3.13-slim
# --since needs git. The mounted folder belongs to another user, so it alone is marked as safe for git.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory /work
COPY --from=build /wheels /wheels
RUN pip install --quiet --no-cache-dir /wheels/*.whl && rm -rf /wheels
RUN useradd --create-home writer
USER writer
WORKDIR /work
ENTRYPOINT ["plainlint"]
CMD ["check", "."]
