# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
"""Contains methods for accessing the API"""
