#!/bin/sh
KKZONE=cn ./kk create cluster -f china.yaml
